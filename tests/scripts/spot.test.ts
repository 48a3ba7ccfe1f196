import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Starting Node and reading the pack takes its time on a busy machine. */
const TIMEOUT_MS = 60_000;

/** Runs the command as `npm run spot` does. */
function runSpot(args: readonly string[], input = '') {
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    const command = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/spot.ts', ...args],
      (_error, stdout, stderr) => resolve({ status: command.exitCode, stdout, stderr }),
    );
    command.stdin?.end(input);
  });
}

let folder: string;
const save = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-spot-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.concurrent('spot --jsonl', { timeout: TIMEOUT_MS }, () => {
  it('answers every line, with offsets into its text', async () => {
    const text = 'The Train\u00ADium chip.';
    const rows = [
      { id: 'a', text },
      { id: 2, text: 'Nothing here.', title: null },
    ];
    const { status, stdout, stderr } = await runSpot(
      ['--jsonl'],
      rows.map((row) => JSON.stringify(row)).join('\r\n'),
    );
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(answers.map(({ id }) => id)).toEqual(['a', 2]);
    const [mention, ...others] = answers[0].mentions;
    expect(mention).toMatchObject({ card: 'trainium', start: 4, end: 13 });
    expect(text.slice(mention.start, mention.end)).toBe('Train\u00ADium');
    expect(others).toEqual([]);
    expect(answers[1].mentions).toEqual([]);
  });

  it('names a bad line, answers the others, and fails', async () => {
    const good = (id: number) => JSON.stringify({ id, text: 'Trainium' });
    const { status, stdout, stderr } = await runSpot(
      ['--jsonl'],
      [good(1), '{"id": 2', '', '{"id": 3}', good(4)].join('\n'),
    );
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([1, 4]);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^line 2: is not JSON/),
      expect.stringMatching(/^line 4: /),
    ]);
    expect(status).toBe(1);
  });

  it('answers nothing with nothing', async () => {
    expect(await runSpot(['--jsonl'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe.concurrent('spot FILE', { timeout: TIMEOUT_MS }, () => {
  it('prints a table of mentions that fits into 100 columns, and their evidence where it is asked for', async () => {
    const text = `Trainium is a chip.\n\nThe bank calls Bedrock on AWS with Claude. ${'Claude calls Bedrock. '.repeat(9)}\n`;
    const file = save('note.txt', text);
    const { status, stdout } = await runSpot([file]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^trainium +Trainium +\d/);
    expect(stdout).not.toContain('+');
    expect(stdout).toMatch(/\n22 mention\(s\) of 4 card\(s\)\n$/);
    const { stdout: reasons } = await runSpot([file, '--why']);
    expect(reasons).toMatch(/\nbedrock +Bedrock +[\d.]+\n {4}Bedrock -1\.5, .*AWS \+\d/);
    for (const line of reasons.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('says that there is none', async () => {
    expect(await runSpot([save('empty.txt', 'Nothing here.')])).toMatchObject({
      status: 0,
      stdout: '0 mention(s) of 0 card(s)\n',
    });
  });

  it('reads a page as the extension does, and gives JSON', async () => {
    const page = save(
      'page.html',
      '<title>Chips</title><p>The <b>Train</b>ium chip</p><code>Trainium</code><textarea>Trainium</textarea>',
    );
    const { status, stdout } = await runSpot([page, '--json']);
    const blocks = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(blocks).toHaveLength(1);
    const [{ text, mentions }] = blocks;
    expect(mentions).toHaveLength(1);
    expect(mentions[0]).toMatchObject({
      card: 'trainium',
      score: expect.any(Number),
      evidence: [{ kind: 'form' }],
    });
    expect(text.slice(mentions[0].start, mentions[0].end)).toBe('Trainium');
  });
});

describe.concurrent('spot', { timeout: TIMEOUT_MS }, () => {
  it('names a file that cannot be read, and prints no answer', async () => {
    const { status, stdout, stderr } = await runSpot([join(folder, 'missing.txt')]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/missing\.txt cannot be read: .*ENOENT/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([[[]], [['--jsno']], [['one.txt', 'two.txt']]])(
    'says how it is used when called with %j',
    async (args) => {
      const { status, stderr } = await runSpot(args);
      expect(status).toBe(2);
      expect(stderr).toContain('npm run --silent spot -- FILE.html');
    },
  );
});
