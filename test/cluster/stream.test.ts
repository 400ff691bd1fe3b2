import { describe, expect, test } from 'vitest';
import { createStoryStream } from '../../src/cluster/stream.ts';
import { DAY, FERRY, HOUR, item, MONDAY, OTHERS, QUAKES, storiesOf } from './invented-news.ts';

describe('joining', () => {
  test('two outlets that tell one event are one story, though nothing came before them', () => {
    const [a, b] = storiesOf([item(FERRY.courier), item(FERRY.herald)]);
    expect(b).toBe(a);
  });

  test('a follow-up of the next evening joins the story', () => {
    const items = [
      item({ ...FERRY.courier, at: MONDAY }),
      item({ ...OTHERS[0], at: MONDAY + HOUR }),
      item({ ...FERRY.herald, at: MONDAY + 2 * HOUR }),
      item({ ...FERRY.followUp, at: MONDAY + 35 * HOUR }),
    ];
    const [first, bank, second, followUp] = storiesOf(items);
    expect([second, followUp]).toEqual([first, first]);
    expect(bank).not.toBe(first);
  });

  test('articles about different things open stories of their own', () => {
    expect(new Set(storiesOf(OTHERS.map((other) => item(other)))).size).toBe(OTHERS.length);
  });

  test('two earthquakes of one week are two stories', () => {
    const [first, second, other] = storiesOf([
      item({ ...QUAKES.karsund, at: MONDAY }),
      item({ ...QUAKES.karsundToo, at: MONDAY + 5 * HOUR }),
      item({ ...QUAKES.valdoria, at: MONDAY + 26 * HOUR }),
    ]);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  test('a text that begins with its title again is read as if it did not', () => {
    const stream = createStoryStream();
    stream.add(item(FERRY.courier), 7);
    const { title, text } = FERRY.herald;
    const plain = stream.place(item({ title, text }));
    expect(stream.place(item({ title, text: `${title}\n${text}` })).score).toBe(plain.score);
  });
});

describe('what little is known', () => {
  test('an unknown date neither ties articles together nor keeps them apart', () => {
    const items = [FERRY.courier, OTHERS[0], FERRY.herald, OTHERS[1]].map((each) =>
      item({ ...each, at: null, arrived: MONDAY }),
    );
    const [ferry, bank, ferryToo, choir] = storiesOf(items);
    expect(ferryToo).toBe(ferry);
    expect(new Set([ferry, bank, choir]).size).toBe(3);
  });

  test.each([
    ['the year 1', -62_135_596_800_000],
    ['the year 9999', 253_402_300_799_000],
    ['no moment at all', Number.NaN],
  ])('a date in %s is borne', (_, at) => {
    const stream = createStoryStream();
    stream.add(item({ ...FERRY.courier, at, arrived: MONDAY }), 1);
    stream.add(item({ ...OTHERS[0], at: MONDAY }), 2);
    const copy = stream.place(item({ ...FERRY.courier, at: MONDAY }));
    expect(copy.story).toBe(1);
    expect(stream.place(item({ ...FERRY.herald, at: MONDAY })).score).not.toBeNaN();
    expect(stream.place(item({ ...OTHERS[1], at: MONDAY })).story).toBeNull();
  });

  test('nothing joins an item without a word in it', () => {
    const [first, second, third] = storiesOf([item(), item({ title: ' \n', text: '…' }), item()]);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  test('headlines alone find each other by what they are about', () => {
    const headlines = [
      'Ferry Morning Star runs aground off Port Almas',
      'Brixham Bank to buy rival Ostler Savings',
      'Lifeboats rescue 212 from ferry Morning Star off Port Almas',
      'Town choir wins prize with song about rain',
    ];
    const [ferry, bank, rescue, choir] = storiesOf(headlines.map((title) => item({ title })));
    expect(rescue).toBe(ferry);
    expect(new Set([ferry, bank, choir]).size).toBe(3);
  });

  test('headlines that share everyday words only stay apart', () => {
    const [a, b] = storiesOf([
      item({ title: 'What the new year may bring for people in the town' }),
      item({ title: 'New report: what people say about the last year' }),
    ]);
    expect(b).not.toBe(a);
  });

  test('a headline without a text joins the story whose text it is about', () => {
    const [story, other, headline] = storiesOf([
      item(FERRY.courier),
      item(OTHERS[2]),
      item({ title: 'Morning Star ferry aground on Skerrow reef near Port Almas' }),
    ]);
    expect(headline).toBe(story);
    expect(other).not.toBe(story);
  });

  test('the words in the address tell what a headline leaves out', () => {
    const stream = createStoryStream();
    stream.add(item({ title: 'Ferry Morning Star aground on Skerrow reef' }), 1);
    const said = { title: 'A long night at sea', at: MONDAY };
    const url = 'https://news.example/2026/03/02/ferry-morning-star-aground-skerrow-reef-1882.html';
    const silent = stream.place(item(said));
    expect(stream.place(item({ ...said, url })).score).toBeGreaterThan(silent.score + 2);
  });
});

describe('languages', () => {
  test('two German reports are one story although nobody said that they are German', () => {
    const [first, second, other] = storiesOf([
      item({
        title: 'Hochwasser an der Lohne: Altstadt von Weinheim überflutet',
        text: 'Nach tagelangem Regen ist die Lohne in der Nacht über die Ufer getreten und hat die Altstadt von Weinheim überflutet. Bürgermeisterin Karin Stolz sprach von einem Jahrhunderthochwasser. Die Feuerwehr brachte 300 Menschen mit Booten in Sicherheit.',
      }),
      item({
        title: 'Weinheim unter Wasser, 300 Menschen gerettet',
        text: 'In Weinheim hat die Feuerwehr 300 Menschen mit Booten aus der überfluteten Altstadt gerettet. Der Fluss Lohne war nach dem Regen der letzten Tage über die Ufer getreten, wie Bürgermeisterin Karin Stolz mitteilte.',
      }),
      item({
        title: 'Bahn und Gewerkschaft einigen sich auf neuen Tarifvertrag',
        text: 'Die Bahn und die Gewerkschaft haben sich nach der vierten Runde auf einen neuen Tarifvertrag geeinigt. Die Löhne steigen in zwei Stufen. Über die Arbeitszeit wird im Herbst weiter verhandelt, wie beide Seiten am Montag mitteilten.',
      }),
    ]);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  test('Arabic reports of one event are one story, others that share small words are none', () => {
    const [first, second, bank, choir] = storiesOf([
      item({
        title: 'جنوح عبارة قبالة ميناء ألماس وإنقاذ جميع الركاب',
        text: 'جنحت عبارة السيارات نجمة الصباح على شعاب سكيرو قرب ميناء ألماس في وقت مبكر من يوم الإثنين وعلى متنها 212 شخصا. وقالت مديرة الميناء إيناس كالديرا إن السفينة اصطدمت بالشعاب في ضباب كثيف بعد انقطاع الكهرباء على الجسر.',
      }),
      item({
        title: 'إنقاذ ركاب نجمة الصباح بعد اصطدامها بشعاب سكيرو',
        text: 'أُنقذ جميع ركاب العبارة نجمة الصباح وعددهم 212 يوم الإثنين بعد أن اصطدمت السفينة بشعاب سكيرو في الضباب قرب ميناء ألماس. وقالت مديرة الميناء إيناس كالديرا إن الكهرباء انقطعت قبل الحادث بقليل.',
      }),
      item({
        title: 'البنك المركزي يخفض سعر الفائدة للمرة الثانية',
        text: 'أعلن البنك المركزي يوم الثلاثاء خفض سعر الفائدة للمرة الثانية هذا العام من أجل دعم سوق العقارات. وقال محافظ البنك إن التضخم تراجع في الأشهر الماضية وإن الاقتصاد بحاجة إلى المزيد من القروض.',
      }),
      item({
        title: 'فوز جوقة من الخبازين بجائزة دولية',
        text: 'فازت جوقة من الخبازين والمعلمين في بلدة هاستون بالجائزة الكبرى في مهرجان للغناء يوم السبت بأغنية عن المطر. وقال قائد الجوقة إن المغنين تدربوا في حظيرة على مدى عامين.',
      }),
    ]);
    expect(second).toBe(first);
    expect(new Set([first, bank, choir]).size).toBe(3);
  });

  test('reports in a script without spaces are compared by pairs of characters', () => {
    const [first, second, other] = storiesOf([
      item({
        title: '海星号渡轮在阿尔马斯港外搁浅',
        text: '星期一清晨，海星号渡轮在阿尔马斯港外的礁石上搁浅，船上二百一十二人全部获救，港务长卡尔德拉说船桥停电。',
      }),
      item({
        title: '海星号渡轮搁浅，乘客全部获救',
        text: '阿尔马斯港务长卡尔德拉说，海星号渡轮在大雾中撞上礁石搁浅，船上二百一十二人由救生艇接走。',
      }),
      item({
        title: '央行宣布下调贷款利率',
        text: '中央银行星期二宣布下调一年期贷款利率，这是今年第二次降息，经济学家认为此举有助于房地产市场。',
      }),
    ]);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });
});

describe('time and corrections', () => {
  test('what came before the window is forgotten', () => {
    const stream = createStoryStream({ windowMs: 7 * DAY });
    stream.add(item({ ...FERRY.courier, arrived: MONDAY }), 1);
    stream.expire(MONDAY + 7 * DAY);
    expect(stream.place(item(FERRY.herald)).story).toBe(1);
    stream.expire(MONDAY + 7 * DAY + 1);
    expect(stream.place(item(FERRY.herald)).story).toBeNull();
  });

  test('the window counts from when an article came, not from the date it gives itself', () => {
    const stream = createStoryStream({ windowMs: 7 * DAY });
    stream.add(item({ ...FERRY.courier, at: MONDAY - 30 * DAY, arrived: MONDAY }), 1);
    stream.expire(MONDAY + DAY);
    expect(stream.place(item({ ...FERRY.herald, at: null })).story).toBe(1);
  });

  test('the oldest articles leave when there are more than may be held', () => {
    const stream = createStoryStream({ mostArticles: 2 });
    stream.add(item(FERRY.courier), 1);
    stream.add(item(OTHERS[0]), 2);
    stream.add(item(OTHERS[1]), 3);
    expect(stream.place(item(FERRY.herald)).story).toBeNull();
    expect(stream.place(item(OTHERS[0])).story).toBe(2);
  });

  test('a removed article draws no others', () => {
    const stream = createStoryStream();
    const wrong = item(FERRY.courier);
    stream.add(wrong, 1);
    stream.add(item(OTHERS[0]), 2);
    stream.remove(wrong.id);
    expect(stream.place(item(FERRY.herald)).story).toBeNull();
  });

  test('an article that is added again counts once, as it reads now', () => {
    const stream = createStoryStream();
    const first = item(FERRY.courier);
    stream.add(first, 1);
    stream.add({ ...first, ...OTHERS[0] }, 2);
    expect(stream.place(item(FERRY.herald)).story).toBeNull();
  });

  test('merged stories go on under the name that remains', () => {
    const stream = createStoryStream();
    stream.add(item(FERRY.courier), 1);
    stream.add(item(FERRY.herald), 2);
    stream.merge(1, 2);
    expect(stream.place(item(FERRY.followUp)).story).toBe(2);
  });

  test('two stories that turn out to be one are merged into the bigger one', () => {
    const stream = createStoryStream();
    for (const [i, other] of OTHERS.entries()) stream.add(item(other), 10 + i);
    stream.add(item({ ...FERRY.courier, title: 'One' }), 1);
    stream.add(item({ ...FERRY.herald, title: 'Two' }), 2);
    stream.add(item({ ...FERRY.herald, title: 'Three' }), 2);
    const text = `${FERRY.herald.text.slice(0, 300)} ${FERRY.courier.text.slice(100, 400)}`;
    const placement = stream.place(item({ title: FERRY.courier.title, text }));
    expect(placement).toMatchObject({ story: 2, merges: [{ from: 1, into: 2 }] });
  });
});
