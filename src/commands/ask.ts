import { asWords } from '../chat/line.ts';
import { type Block, command, faint, type Message, message, text } from '../chat/message.ts';
import { type Answer, ask as askDesk } from '../desk/ask.ts';
import { askModel } from '../desk/ask-model.ts';
import { tellStories } from '../desk/tell-story.ts';
import { type Context, declare, neededSentence, share, span, storyNumber } from './declare.ts';
import { storyMenu } from './show/menu.ts';
import { cite, quoteBlock, sourcesOf } from './show/words.ts';
import { textsIn } from './texts/index.ts';

export const ask = declare({
  name: 'ask',
  example: '/ask what did peskov say about talks',
  asksModel: true,
  options: {
    question: neededSentence('question'),
    story: storyNumber('onlyStory'),
    since: span('since'),
    share,
  },
  async run({ question, story, since }, context) {
    const { db, tenant, model, asker } = context;
    const asked = {
      text: question,
      now: context.now,
      story,
      since: since === null ? null : new Date(context.now.getTime() - since),
      language: null,
    };
    const answer = model
      ? await askModel(db, tenant, asked, { model, person: asker.person.id })
      : { ...(await askDesk(db, tenant, asked)), byModel: false };
    return answer.answered
      ? answered(answer, { question, story }, context)
      : unanswered(answer, context);
  },
});

function answered(
  { answer, articles, byModel }: Answer & { readonly byModel: boolean },
  { question, story }: { readonly question: string; readonly story: number | null },
  { model, language }: Context,
): Message {
  const words = textsIn(language);
  const sources = sourcesOf(articles.values(), language);
  const line = `/ask ${asWords(question)}${story === null ? '' : ` story:#${story}`}`;
  const blocks = answer.map((part): Block => {
    if (part.quote) return quoteBlock(part.quote, language);
    return { kind: 'paragraph', runs: [text(part.text), ...cite(part.refs, sources)] };
  });
  return message(
    [
      ...blocks,
      {
        kind: 'note',
        runs: [faint(byModel && model ? words.ask.byModel(model.name) : words.ask.ownWords)],
      },
      { kind: 'buttons', buttons: [{ label: words.digest.share, press: 'share', line }] },
    ],
    sources,
    story,
  );
}

async function unanswered(
  { nearest, nearestSentences, articles }: Answer,
  context: Context,
): Promise<Message> {
  const words = textsIn(context.language);
  const sources = sourcesOf(articles.values(), context.language);
  const said = nearestSentences.length > 0 ? words.ask.notPlainly : words.ask.unanswered;
  const blocks: Block[] = [{ kind: 'paragraph', runs: [text(said)] }];
  if (nearestSentences.length > 0)
    blocks.push(
      { kind: 'paragraph', runs: [text(words.ask.nearestSentences)] },
      {
        kind: 'bullets',
        items: nearestSentences.map((part) => [text(part.text), ...cite(part.refs, sources)]),
      },
    );
  if (nearest.length > 0) {
    const told = await tellStories(context.db, nearest, context.now);
    blocks.push(
      { kind: 'paragraph', runs: [text(words.ask.nearest)] },
      {
        kind: 'bullets',
        items: told.map(({ story, digest }) => [
          text(`${digest.headline} `),
          command(`/story #${story.id}`),
        ]),
      },
      storyMenu(told, context),
    );
  }
  return message(blocks, sources);
}
