import type { Message } from '../../src/chat/message.ts';
import { operator } from '../../src/chat/terminal/terminal.ts';
import { openSample } from '../../src/cli/start/open-newsroom.ts';
import { loadConfig } from '../../src/config/load.ts';
import { silentLog } from '../../src/lib/log.ts';

export type Shown = {
  readonly name: 'digest' | 'card' | 'welcome' | 'answer' | 'error' | 'window';
  readonly asked: string;
  readonly shared: boolean;
  readonly messages: readonly Message[];
};

/** What the real program answers from the sample newsroom to somebody who is no manager; `managers` are those who are. */
export async function sampleMessages(managers: string): Promise<Shown[]> {
  const { app, close } = await openSample(loadConfig(process.env), silentLog);
  try {
    await app.refresh();
    const reader = { ...operator, isManager: false, managers };
    const answer = (line: string) => app.answering.prepare({ kind: 'line', line }, reader).answer();
    return [
      {
        name: 'digest',
        asked: '/digest share:yes',
        shared: true,
        messages: [await answer('/digest share:yes')],
      },
      {
        name: 'card',
        asked: '/story austin shoigu',
        shared: false,
        messages: [await answer('/story austin shoigu')],
      },
      {
        name: 'answer',
        asked: '/ask what did peskov say about talks',
        shared: false,
        messages: [await answer('/ask what did peskov say about talks')],
      },
      {
        name: 'welcome',
        asked: '/news help',
        shared: false,
        messages: await app.answering.welcome(operator),
      },
      {
        name: 'error',
        asked: '/news feed add https://news.example.org',
        shared: false,
        messages: [await answer('/news feed add https://news.example.org')],
      },
      { name: 'window', asked: '/story austin shoigu', shared: false, messages: [] },
    ];
  } finally {
    await close();
  }
}
