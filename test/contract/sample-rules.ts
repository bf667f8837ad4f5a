import { validateMessage, validateView } from '../../sandbox/blockkit/index.ts';
import { mostLines } from '../../src/core/declare/digest.ts';
import type { Feature } from '../../src/core/declare/feature.ts';
import type { Sample } from '../../src/core/declare/sample.ts';
import type { FormView } from '../../src/core/tokens/reply.ts';
import { cardOf } from '../../src/features/approvals/part-samples.ts';
import { viewOf } from '../../src/slack/inbound/forms.ts';
import { actions, header, section } from '../../src/ui/blocks.ts';
import { mrkdwn, remembered } from '../../src/ui/text.ts';

/** The most a part of App Home may take, so that others have room beside it. */
const homeBlocks = 20;
/** One line of a digest is read on a phone; what is escaped is longer. */
const longestLine = 600;

export interface Named {
  readonly name: string;
  readonly sample: Sample;
}

export function samplesOf(feature: Feature): readonly Named[] {
  return Object.entries(feature.samples ?? {}).map(([name, draw]) => ({
    name: `${feature.name}: ${name}`,
    sample: draw(),
  }));
}

/** Breaches of Slack's limits or ours, as sentences. */
export function faultsOfSample(sample: Sample): readonly string[] {
  if ('text' in sample) return faultsOfMessage(sample);
  if ('home' in sample) {
    const { home, blocks } = sample;
    return [
      ...words(validateView({ type: 'home', blocks: [header(home), ...blocks] }), blocks),
      ...(blocks.length > homeBlocks ? [`a part of App Home has at most ${homeBlocks} blocks`] : []),
    ];
  }
  if ('finding' in sample) {
    const { finding, lines } = sample;
    return [
      ...faultsOfMessage({ text: mrkdwn`${finding}`.value, blocks: blocksOf(sample) }),
      ...(finding.length > 150 ? ['a finding is half a sentence: at most 150 characters'] : []),
      ...(lines.length > mostLines ? [`a part of a digest has at most ${mostLines} lines`] : []),
      ...(lines.some(({ value }) => value.length > longestLine || value.includes('\n'))
        ? [`a line of a digest is one line of at most ${longestLine} characters`]
        : []),
    ];
  }
  const { what, lines } = sample.told;
  return [
    ...faultsOfMessage(cardOf(sample.told)),
    ...(what.trim() === '' ? ['what is asked must be said: it completes "Maya asks to …"'] : []),
    ...(lines.length > 8 ? ['an approver reads at most 8 lines'] : []),
  ];
}

/** The same for an open form: the longest conversation id and the longest carried value travel with it. */
export function faultsOfForm(view: FormView): readonly string[] {
  const carried = JSON.stringify({ v: 1, about: 'x'.repeat(1_380) });
  return words(validateView(viewOf({ id: view.form, carried, view }, 'C'.padEnd(24, '0'))), view.blocks);
}

function faultsOfMessage({ text, blocks }: { text: string; blocks: readonly unknown[] }): readonly string[] {
  return [
    ...words(validateMessage({ text, blocks }), blocks),
    ...(text.trim() === '' ? ['a phone and a screen reader show only the text: it must not be empty'] : []),
    ...(text.includes('<!') ? ['outside text must be escaped: write it with mrkdwn`…`'] : []),
  ];
}

function words(
  issues: readonly { pointer: string; message: string }[],
  blocks: readonly unknown[],
): readonly string[] {
  return [
    ...issues.map(({ pointer, message }) => `${pointer}: ${message}`),
    ...(markedTexts(blocks).some((text) => text.includes('<!'))
      ? ['outside text must be escaped: write it with mrkdwn`…`']
      : []),
  ];
}

/** Parts of a feature without a sample, as sentences that say what to do. */
export function unsampled(feature: Feature): readonly string[] {
  const samples = samplesOf(feature).map(({ sample }) => sample);
  const { name, forms = [], formSamples = {}, home = [], digest = [], approvals = [] } = feature;
  const drawn = Object.values(formSamples).map((draw) => draw().form);
  const digests = samples.filter((sample) => 'finding' in sample).length;
  return [
    ...forms
      .filter(({ id }) => !drawn.includes(id))
      .map(({ id }) => `no sample of ${name} shows the form ${id}: add its view to formSamples`),
    ...home
      .filter(({ title }) => !samples.some((sample) => 'home' in sample && sample.home === title))
      .map(
        ({ title }) => `no sample of ${name} shows "${title}" of App Home: add { home: '${title}', blocks }`,
      ),
    ...(digests < digest.length
      ? [`${name} has ${digest.length} parts of digests and ${digests} samples of them: add a DigestPart`]
      : []),
    ...approvals
      .filter(({ kind }) => !samples.some((sample) => 'told' in sample && sample.approval === kind.id))
      .map(
        ({ kind: { id } }) => `no sample of ${name} shows what ${id} tells: add { approval: '${id}', told }`,
      ),
  ];
}

/** The blocks of a sample of any kind. */
export function blocksOf(sample: Sample): readonly unknown[] {
  if ('told' in sample) return [];
  if ('blocks' in sample) return sample.blocks;
  const lines = sample.lines.map(({ value }) => section(remembered(value)));
  return [...lines, ...(sample.open ? [actions(sample.open)] : [])];
}

/** Every text that Slack reads as mark-up. */
function markedTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(markedTexts);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(markedTexts);
}
