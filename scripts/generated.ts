// The generated texts; a contract test compares them with the committed files.
import type { z } from 'zod';
import { settings } from '../src/config.ts';
import { commands } from '../src/core/declare/command.ts';
import { verbsOf } from '../src/core/declare/commands.ts';
import type { Feature } from '../src/core/declare/feature.ts';
import { kpis, lackingKpis } from '../src/core/declare/kpi.ts';
import { contributionsOf } from '../src/core/runtime/contributions.ts';
import { type Permission, roles, rolesHolding } from '../src/core/tokens/permission.ts';
import { features } from '../src/features/index.ts';
import { goalWords } from '../src/features/kpis/index.ts';
import { optionalScopes, scopes } from '../src/slack/app/manifest.ts';
import { lineOf } from '../src/ui/usage.ts';

const begin = '<!-- settings: npm run docs -->';
const end = '<!-- /settings -->';

/** docs/commands.md: every command, who may use it, and examples. */
export function commandReference(): string {
  const contributions = contributionsOf(features);
  const sections = contributions.of(commands).map((command) => {
    const rows = verbsOf(contributions, command.name).map(
      (verb) =>
        `| \`${cell(lineOf(verb))}\` | ${cell(verb.summary)} | ${verb.permission.atLeast} | ${verb.examples.map((example) => `\`${cell(example)}\``).join('<br>')} |`,
    );
    return [
      `## /${command.name}`,
      '',
      `${command.summary}.`,
      '',
      '| write | for | from role | examples |',
      '|---|---|---|---|',
      ...rows,
    ].join('\n');
  });
  return `<!-- Generated from the features: npm run docs -->\n# Commands\n\nRoles, from least to most: viewer, operator, lead, manager, admin. In a channel, mention the bot instead of typing a slash command\n(\`@Quartermaster stock MUG-01\`); in its direct messages leave the slash out.\n\n${sections.join('\n\n')}\n`;
}

/** docs/rights.md: every operation, the meaning of its right, and the roles that hold it. */
export function rightsReference(listed: readonly Feature[] = features): string {
  const title = `| operation | lets a person | from role | ${roles.join(' | ')} |`;
  const rule = `|---|---|---|${roles.map(() => ':-:').join('|')}|`;
  const sections = listed.flatMap(({ title: name, operations, imports = [] }) => {
    const rows = [
      ...operations.map((one) => rightsRow(`\`${one.name}\``, one.permission)),
      ...imports.map((one) => rightsRow(`import of \`${one.name}\``, one.permission)),
    ];
    return rows.length > 0 ? [[`## ${name}`, '', title, rule, ...rows].join('\n')] : [];
  });
  return `<!-- Generated from the features: npm run docs -->\n# Rights\n\nEach role may do what those before it may. Work of the bot itself is open to no person and no console: it runs as the system,\nwhoever triggered it.\n\n${[...sections, ...sourcesSection(listed)].join('\n\n')}\n`;
}

/** What each source outside may do; none without sources. */
function sourcesSection(listed: readonly Feature[]): readonly string[] {
  const rows = listed
    .flatMap(({ connectors = [] }) => connectors)
    .flatMap(({ name, may }) => may.map(({ key, to }) => `| ${cell(name)} | \`${key}\` | ${cell(to)} |`));
  return rows.length > 0
    ? [['## Sources outside', '', '| source | right | lets it |', '|---|---|---|', ...rows].join('\n')]
    : [];
}

function rightsRow(name: string, permission: Permission): string {
  const holding = rolesHolding(permission);
  const least = permission.atLeast === 'system' ? 'the bot itself' : permission.atLeast;
  const marks = roles.map((role) => (holding.includes(role) ? '✓' : ''));
  return `| ${[name, cell(permission.to), least, ...marks].join(' | ')} |`;
}

/** docs/kpis.md: every figure, what it is made of, and by what it can be split; those that nobody can say with what they lack. */
export function kpiReference(): string {
  const contributions = contributionsOf(features);
  const rows = contributions.of(kpis).map((kpi) => {
    const { key, name, aliases, formula, anchor, facts, owner, good, target, version, excluded = {} } = kpi;
    const apart = Object.keys(excluded);
    return `| \`${key}\` | ${cell(name)} | ${cell(aliases.join(', '))} | ${cell(formula)}${apart.length > 0 ? cell(`; apart: ${apart.join(', ')}`) : ''} | ${cell(anchor.words)} | ${facts.dimensions.map(({ title }) => cell(title)).join(', ')} | ${owner} | ${good ?? '–'} | ${target ? goalWords(kpi, target.target, '') : ''} | ${version} |`;
  });
  const lacking = contributions
    .of(lackingKpis)
    .map(({ key, name, lacks }) => `| \`${key}\` | ${cell(name)} | ${cell(lacks)} |`);
  return `<!-- Generated from the features: npm run docs -->\n# KPIs\n\nAsk with \`/kpi <what it is called> [days] [by what] [vs last year] [exactly]\`. A row counts for the day on which it was what the column "day"\nsays. A rate is a sum of its rows over another; it is never averaged. What is left out is counted beside the figure, by reason. With \`exactly\` no digit is rounded away. The target is the one that\nthe bot comes with: \`/kpi target\` sets another, for the whole business or a part of it.\n\n| key | name | called | what it is | day | split by | of | good | target | version |\n|---|---|---|---|---|---|---|---|---|---|\n${rows.join('\n')}\n\n## What nobody can say yet\n\n| key | name | because |\n|---|---|---|\n${lacking.join('\n')}\n`;
}

/** docs/scopes.md: every right that the app asks Slack for, and why. */
export function scopeReference(): string {
  const table = (rows: Readonly<Record<string, string>>) =>
    [
      '| right | the bot … |',
      '|---|---|',
      ...Object.entries(rows).map(([name, why]) => `| \`${name}\` | ${cell(why)} |`),
    ].join('\n');
  return `<!-- Generated from src/slack/app/manifest.ts: npm run docs -->\n# What the app may do in Slack\n\n${table(scopes)}\n\nA workspace may refuse these; the features that need them are then left out:\n\n${table(optionalScopes)}\n`;
}

/** .env.example: every setting with its purpose, its default commented out. */
export function environmentExample(): string {
  const blocks = settingsList().map(({ name, about, fallback }) => `# ${about}\n#${name}=${fallback}`);
  return `# Copy to .env and fill in what you need. Generated from src/config.ts: npm run docs\n\n${blocks.join('\n\n')}\n`;
}

/** The README with an up-to-date table of settings. */
export function withSettingsTable(readme: string): string {
  const rows = settingsList().map(
    ({ name, about, fallback }) =>
      `| \`${name}\` | ${cell(about)} | ${fallback === '' ? '' : `\`${fallback}\``} |`,
  );
  const table = ['| setting | what it is for | default |', '|---|---|---|', ...rows].join('\n');
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`README.md has lost its markers ${begin} and ${end}.`);
  return `${readme.slice(0, from + begin.length)}\n\n${table}\n\n${readme.slice(to)}`;
}

function settingsList() {
  return Object.entries(settings).map(([name, shape]) => {
    const fallback = (shape as z.ZodType).safeParse(undefined);
    const shown = fallback.success && fallback.data !== undefined ? String(fallback.data) : '';
    return { name, about: shape.description ?? '', fallback: shown };
  });
}

/** A table's cell must escape its upright strokes. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
