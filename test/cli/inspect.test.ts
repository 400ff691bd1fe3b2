import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crier } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

test.each(['quotes', 'stories', 'digest'])(
  'inspect %s says so where a file is no text',
  async (stage) => {
    const folder = temporaryFolder();
    const said = 'The mayor of Kelmouth said: “We have seen nothing like it since the flood.”';
    writeFileSync(join(folder, 'picture.txt'), Buffer.from(`\u0000\u0001${said}`));
    expect(await crier(['inspect', stage, 'picture.txt'], { cwd: folder })).toEqual({
      code: 1,
      out: '',
      err: 'picture.txt: it is not text\n',
    });
  },
);
