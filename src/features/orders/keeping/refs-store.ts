// What sources call our things is kept by the house, for all features alike.
export {
  type ExternalKey,
  type ExternalRef,
  keepRefs,
  namesOf,
  type Refs,
  refsOf,
  setRefs,
} from '../../../db/refs/refs.ts';
