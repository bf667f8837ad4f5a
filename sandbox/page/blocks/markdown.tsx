import { lexer, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import type { Json } from '../../state/types.ts';
import { Link } from '../mrkdwn/mrkdwn.tsx';
import { unescapeText } from '../mrkdwn/parse.ts';

/** Standard Markdown. HTML in it is shown as text: nothing is ever inserted into the page. */
export function Markdown({ block }: { block: Json }) {
  return <div class="markdown">{drawAll(lexer(String(block.text ?? ''), { gfm: true }))}</div>;
}

function drawAll(tokens: Token[] | undefined): ComponentChildren {
  return tokens?.map((token, i) => <Part key={String(i)} token={token} />);
}

function Part({ token }: { token: Token }) {
  const inside = () => drawAll('tokens' in token ? token.tokens : undefined);
  switch (token.type) {
    case 'space':
      return null;
    case 'heading':
      return <h4 class={`depth-${(token as Tokens.Heading).depth}`}>{inside()}</h4>;
    case 'paragraph':
      return <p>{inside()}</p>;
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>;
    case 'hr':
      return <hr />;
    case 'code':
      return <pre>{(token as Tokens.Code).text}</pre>;
    case 'list':
      return <List list={token as Tokens.List} />;
    case 'table':
      return <Grid table={token as Tokens.Table} />;
    case 'strong':
      return <b>{inside()}</b>;
    case 'em':
      return <i>{inside()}</i>;
    case 'del':
      return <s>{inside()}</s>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'checkbox':
      return <input type="checkbox" checked={(token as Tokens.Checkbox).checked} disabled />;
    case 'br':
      return <br />;
    case 'link':
      return <Link url={(token as Tokens.Link).href} label={(token as Tokens.Link).text} />;
    case 'image':
      return <Link url={(token as Tokens.Image).href} label={(token as Tokens.Image).text} />;
    default: {
      const text = 'text' in token ? String(token.text) : token.raw;
      return <>{'tokens' in token && token.tokens ? inside() : unescapeText(text)}</>;
    }
  }
}

function List({ list }: { list: Tokens.List }) {
  const items = list.items.map((item, i) => (
    <li key={String(i)} class={item.task ? 'to-do' : undefined}>
      {drawAll(item.tokens)}
    </li>
  ));
  return list.ordered ? <ol start={Number(list.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function Grid({ table }: { table: Tokens.Table }) {
  const look = (i: number) => `align-${table.align[i] ?? 'left'}`;
  return (
    <div class="table-frame">
      <table>
        <thead>
          <tr>
            {table.header.map((cell, i) => (
              <th key={String(i)} scope="col" class={look(i)}>
                {drawAll(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => (
            <tr key={String(r)}>
              {row.map((cell, i) => (
                <td key={String(i)} class={look(i)}>
                  {drawAll(cell.tokens)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
