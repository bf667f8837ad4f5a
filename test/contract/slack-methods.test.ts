import { expect, test } from 'vitest';
import { methods } from '../../src/slack/web/methods.ts';
import { type SourceFile, sourceFiles, withoutComments } from './source.ts';

/** The methods of Slack's Web API that these files call. */
function called(files: readonly SourceFile[]): readonly string[] {
  const found = files.flatMap(({ text }) => {
    const code = withoutComments(text).replaceAll(/\s*\n\s*\./g, '.');
    return [
      ...code.matchAll(/\bclient\.([a-z]\w*(?:\.[a-zA-Z]\w*)+)\(/g),
      ...code.matchAll(/\bclient\.(?:paginate|apiCall)\(\s*'([\w.]+)'/g),
    ].map(([, name = '']) => name);
  });
  return [...new Set(found)].sort();
}

test('the retry table lists exactly the Slack methods that we call', () => {
  expect(methods.toSorted(), 'see src/slack/web/methods.ts').toEqual(called(sourceFiles('src/slack')));
});

test('calls are found in every notation', () => {
  const text = `
    await parts.client.views.publish({});
    for await (const page of client.paginate('users.list', {})) {}
    await client.chat
      .postEphemeral(alone);
    // client.chat.delete()`;
  expect(called([{ path: 'a.ts', text }])).toEqual(['chat.postEphemeral', 'users.list', 'views.publish']);
});

test('only the outbox and SlackClient create a plain client, which must not retry', () => {
  const own = sourceFiles('src').filter(({ text }) => /new WebClient\(/.test(withoutComments(text)));
  expect(own.map(({ path }) => path)).toEqual(['src/app.ts', 'src/slack/web/client.ts']);
});
