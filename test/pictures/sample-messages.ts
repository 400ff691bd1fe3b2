import { type Message, message, text } from '../../src/chat/message.ts';
import { operator } from '../../src/chat/terminal/terminal.ts';
import { openSample } from '../../src/cli/start/open-newsroom.ts';
import { loadConfig } from '../../src/config/load.ts';
import { silentLog } from '../../src/lib/log.ts';

export type Shown = {
  readonly name: 'digest' | 'card' | 'welcome' | 'answer' | 'error';
  readonly asked: string;
  readonly shared: boolean;
  readonly messages: readonly Message[];
};

/** What the real program answers from the sample newsroom. */
export async function sampleMessages(): Promise<Shown[]> {
  const { app, close } = await openSample(loadConfig(process.env), silentLog);
  try {
    await app.refresh();
    const answer = (line: string) =>
      app.answering.prepare({ kind: 'line', line }, { ...operator, isManager: false }).answer();
    const [greeting] = await app.answering.welcome(operator);
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
        messages: [greeting ?? message([{ kind: 'paragraph', runs: [text('')] }])],
      },
      {
        name: 'error',
        asked: '/news feed add https://news.example.org',
        shared: false,
        messages: [await answer('/news feed add https://news.example.org')],
      },
    ];
  } finally {
    await close();
  }
}
