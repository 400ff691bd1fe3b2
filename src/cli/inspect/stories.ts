import { z } from 'zod';
import { createStoryStream } from '../../cluster/stream.ts';
import { parseDate } from '../../ingest/parse/dates.ts';
import type { StoryId } from '../../news/story.ts';
import { createArrivals } from './arrivals.ts';
import { fieldsOf, type Row } from './rows.ts';

const storyRow = z.object({
  date: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  url: z.string().nullish(),
  outlet: z.string().nullish(),
  source: z.string().nullish(),
  lang: z.string().nullish(),
});

/** Puts rows into stories in the order they come, as the pipeline does; `end` gives the stories that went into others. */
export function inspectStories(windowMs: number): {
  next(row: Row): unknown;
  end(): unknown;
} {
  const stream = createStoryStream({ windowMs });
  const merges: Record<string, string> = {};
  let rows = 0;
  let stories: StoryId = 0;
  const arrivedAt = createArrivals(windowMs);
  const name = (story: StoryId) => `s${story}`;

  function next(row: Row): unknown {
    const fields = fieldsOf(storyRow, row);
    const at = fields.date ? (parseDate(fields.date)?.getTime() ?? null) : null;
    const item = {
      id: rows++,
      title: fields.title ?? '',
      text: fields.text ?? '',
      at,
      arrived: arrivedAt(at),
      language: fields.lang ?? null,
      outlet: fields.outlet ?? fields.source ?? null,
      url: fields.url ?? null,
    };
    stream.expire(item.arrived);
    const placement = stream.place(item);
    const story = placement.story ?? ++stories;
    stream.add(item, story);
    for (const merge of placement.merges) {
      stream.merge(merge.from, merge.into);
      merges[name(merge.from)] = name(merge.into);
    }
    return { id: row.id, story: name(story) };
  }

  return { next, end: () => ({ merges }) };
}
