import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('text that begins like a formula stays text, numbers stay numbers, and quotes and lines survive', () => {
  const rows = [
    ['=HYPERLINK("http://x")', -3, null],
    ['@SUM(1)', 0, 'two\nlines, "quoted"'],
    ['+49 30', 1.5, '\t=1'],
  ] as const;
  expect(csvOf(['Title', 'Quantity', 'Note'], rows)).toBe(
    '\uFEFFTitle,Quantity,Note\r\n' +
      `"'=HYPERLINK(""http://x"")",-3,\r\n` +
      `'@SUM(1),0,"two\nlines, ""quoted"""\r\n` +
      `'+49 30,1.5,'\t=1\r\n`,
  );
});

test('a lone line feed or return does not end a row, and cannot smuggle a formula to the start of a line', () => {
  expect(csvOf(['Note', 'Next'], [['Power is back\n=HYPERLINK(A1)', 1]])).toBe(
    '\uFEFFNote,Next\r\n"Power is back\n=HYPERLINK(A1)",1\r\n',
  );
});
