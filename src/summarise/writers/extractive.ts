import { checkDigest } from '../check/check-digest.ts';
import type { Evidences } from '../check/evidence.ts';
import type { Locate } from '../check/spoken.ts';
import { writeDigest } from '../digest.ts';
import type { DigestMaterial } from '../material.ts';
import type { Writer } from './writer.ts';

/** The writer that needs no model: the outlets' own sentences, checked like anybody's. */
export function extractiveWriter(locate: Locate): Writer {
  return {
    name: 'extractive',
    async write(commission) {
      return { ...writeChecked(commission, locate), trouble: null };
    },
  };
}

/** The extractive digest with what its check took out. */
export function writeChecked(material: DigestMaterial, locate: Locate, evidences?: Evidences) {
  return checkDigest(writeDigest(material), material, { locate, ...(evidences && { evidences }) });
}
