import { createStoryStream, type StoryStream, type StreamItem } from '../../src/cluster/stream.ts';
import type { StoryId } from '../../src/news/story.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const MONDAY = Date.UTC(2026, 2, 2, 9);

let next = 1;

/** An item with nothing in it and an id of its own; spell out only what the test is about. */
export function item(about: Partial<StreamItem> = {}): StreamItem {
  const arrived = about.arrived ?? about.at ?? MONDAY;
  return {
    id: next++,
    title: '',
    text: '',
    at: arrived,
    language: null,
    outlet: null,
    url: null,
    ...about,
    arrived,
  };
}

/** Takes items in as the pipeline does; returns each one's story, merges applied. */
export function storiesOf(
  items: readonly StreamItem[],
  stream: StoryStream = createStoryStream(),
): StoryId[] {
  const into = new Map<StoryId, StoryId>();
  let stories = 0;
  const placed = items.map((each) => {
    stream.expire(each.arrived);
    const { story, merges } = stream.place(each);
    const joined = story ?? ++stories;
    stream.add(each, joined);
    for (const { from, into: remaining } of merges) {
      stream.merge(from, remaining);
      into.set(from, remaining);
    }
    return joined;
  });
  const last = (story: StoryId): StoryId => (into.has(story) ? last(into.get(story)!) : story);
  return placed.map(last);
}

/** The ferry that ran aground: one event, told by three outlets. */
export const FERRY = {
  courier: {
    title: 'Ferry with 212 on board runs aground off Port Almas',
    text: `The car ferry Morning Star ran aground on the Skerrow reef outside Port Almas early on Monday with 212 people on board. Nobody was seriously hurt.

Harbour master Ines Caldera said the ship struck the reef at about 5.40 in thick fog. "The captain reported a blackout on the bridge minutes before," Caldera told reporters at the quay. Lifeboats from Port Almas and Dunvar brought all passengers ashore by nine.

The Morning Star belongs to Northway Lines and sails between Port Almas and the island of Tessel. Divers will look for damage to the hull before tugs try to pull the ferry free at high water. The Maritime Accident Board has opened an inquiry.`,
  },
  herald: {
    title: 'Passengers rescued as Morning Star hits Skerrow reef in fog',
    text: `All 212 people aboard a Northway Lines ferry were taken off by lifeboat on Monday after the ship hit a reef in fog near Port Almas.

The Morning Star, on its way from Tessel, lost power on the bridge shortly before it struck Skerrow reef, according to harbour master Ines Caldera. Eleven passengers were treated for bruises and cold.

"We heard a long scraping noise and then the lights went out," said Tomas Wray, who was travelling with two children. Tugs are waiting for the tide. Northway Lines said it was working with the Maritime Accident Board and had cancelled sailings to Tessel until Wednesday.`,
  },
  followUp: {
    title: 'Grounded ferry pulled free, Northway faces questions over blackout',
    text: `Two tugs pulled the ferry Morning Star off the Skerrow reef on Tuesday evening, a day and a half after it ran aground with 212 people on board.

The ship is being towed to Dunvar for inspection. The Maritime Accident Board said it wanted to know why power on the bridge failed before the grounding outside Port Almas. Harbour master Ines Caldera said no oil had leaked.

Northway Lines, which runs the Tessel route, said the generator had been serviced in January.`,
  },
} as const;

/** Two quakes of one week: alike in every word but the names and numbers. */
export const QUAKES = {
  karsund: {
    title: 'Magnitude 5.8 earthquake shakes Karsund, dozens hurt',
    text: `A magnitude 5.8 earthquake struck the mountain province of Karsund on Wednesday morning, damaging hundreds of houses and injuring at least 43 people, officials said.

The epicentre was 12 kilometres north of the town of Velin at a depth of eight kilometres, the Institute of Seismology said. Residents ran into the streets as walls cracked. Governor Marta Oskarsen said schools in Velin would stay closed while engineers check the buildings. Two aftershocks followed within the hour.`,
  },
  karsundToo: {
    title: 'Velin schools closed after quake injures 43 in Karsund',
    text: `Schools in Velin stayed closed on Wednesday after an earthquake of magnitude 5.8 hurt at least 43 people in Karsund province.

Governor Marta Oskarsen said engineers were going from house to house. The quake struck north of Velin in the morning and was felt in the whole mountain province, the Institute of Seismology said. Hundreds of houses have cracked walls, and many families meant to spend the night in tents.`,
  },
  valdoria: {
    title: 'Magnitude 6.1 earthquake off Valdoria coast, no tsunami warning',
    text: `A magnitude 6.1 earthquake struck off the southern coast of Valdoria on Thursday night, officials said. There were no reports of damage or injuries.

The epicentre was 70 kilometres south of the port of San Brio at a depth of 33 kilometres, the Pacific Survey said. Residents of San Brio ran into the streets. Mayor Luis Ferrand said the harbour was being checked. No tsunami warning was given. Several aftershocks followed.`,
  },
} as const;

/** Things that have nothing to do with each other. */
export const OTHERS = [
  {
    title: 'Brixham Bank agrees to buy smaller rival Ostler for 1.2 billion',
    text: `Brixham Bank will buy Ostler Savings for 1.2 billion crowns in cash, the two lenders said on Monday, ending months of talks. Shareholders of Ostler will get 31 crowns a share. Chief executive Dana Rourke said 140 branches would be kept. The regulator has to approve the deal, which analysts at Penn Hollis called expensive.`,
  },
  {
    title: 'Town choir wins international prize with song about rain',
    text: `A choir of bakers and teachers from Lower Haston has won the Grand Prix at the Tirol singing festival with a song about rain. Conductor Abel Nkemi said the singers had rehearsed in a barn for two years. Judges praised the altos. The choir will sing again on Saturday in the market hall.`,
  },
  {
    title: 'Researchers find beetle thought lost for a century',
    text: `Biologists have found a beetle that was last seen in 1921, in a valley of the Orrin forest. The species, Carabus lenti, lives under rotting oak. Team leader Hanne Voss said her students noticed the green wings by lamplight. The valley is to be drained for a reservoir, and the university asks for a delay.`,
  },
] as const;
