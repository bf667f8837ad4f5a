import type { FileColumns } from '../columns.ts';
import type { Mapping, Source } from '../mapping.ts';
import type { ColumnNames, Preset, Telling } from './preset.ts';

/** A preset applied to the columns of one file. */
export class PresetReading {
  readonly #preset: Preset;
  readonly #file: FileColumns;

  constructor(preset: Preset, file: FileColumns) {
    this.#preset = preset;
    this.#file = file;
  }

  sourceOf(field: string): Source | null {
    const { map, set, join, tell } = this.#preset;
    const column = this.#column(map[field]);
    if (column !== null) return { is: 'column', column };
    const joined = join?.[field];
    const columns = joined?.columns.flatMap((names) => this.#column(names) ?? []) ?? [];
    if (joined && columns.length > 0) return { ...joined, is: 'joined', columns };
    const told = tell?.[field] && this.#told(tell[field]);
    if (told) return told;
    const fixed = set?.[field];
    return fixed === undefined ? null : { is: 'value', value: fixed };
  }

  isWithout(field: string): boolean {
    return this.#preset.without?.includes(field) ?? false;
  }

  covers(field: string): boolean {
    return this.#preset.map[field] !== undefined;
  }

  fillDown(): Mapping['fillDown'] {
    const { fillDown } = this.#preset;
    const by = this.#column(fillDown?.by);
    if (!fillDown || by === null) return null;
    const columns = fillDown.columns.flatMap((name) => this.#column(name) ?? []);
    return { columns, by, ...(fillDown.begins && { begins: fillDown.begins }) };
  }

  leaveOut(): Mapping['leaveOut'] {
    return (this.#preset.leaveOut ?? []).flatMap(({ what, when }) => {
      const found = when.flatMap(({ column: names, matches }) => {
        const column = this.#column(names);
        return column === null ? [] : [{ column, matches }];
      });
      return found.length === when.length ? [{ what, when: found }] : [];
    });
  }

  #told({ column: name, matches, yes, no }: Telling): Source | null {
    const column = this.#column(name);
    const from = typeof yes === 'string' ? null : this.#column(yes.from);
    if (column === null || (typeof yes !== 'string' && from === null)) return null;
    const source: Source =
      from === null ? { is: 'value', value: String(yes) } : { is: 'column', column: from };
    return { is: 'told', column, matches, yes: source, no };
  }

  #column(names: ColumnNames | undefined): string | null {
    return names === undefined ? null : this.#file.of(...[names].flat());
  }
}
