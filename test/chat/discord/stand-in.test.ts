import { describe, expect, test } from 'vitest';
import { ClientRefusal } from '../../support/discord/people.ts';
import { Form } from '../../support/discord/rules/form.ts';
import { checkModal } from '../../support/discord/rules/modals.ts';
import { openRoom } from './newsroom.ts';
import { field, scripted } from './scripted.ts';

/** Where Discord would find fault with a window of this one field. */
function flawsOf(component: object): string[] {
  const form = new Form();
  const label = { type: 18, label: 'Length', component };
  checkModal(form, { custom_id: 'x', title: 'x', components: [label] }, []);
  return form.flaws.map(({ path }) => path.join('.'));
}

const menu = {
  type: 3,
  custom_id: 'length',
  options: [{ label: 'short', value: 'short' }],
};

describe('the stand-in', () => {
  test('takes menus in windows by their rules', () => {
    expect(flawsOf(menu)).toEqual([]);
    expect(flawsOf({ ...menu, required: false, min_values: 0 })).toEqual([]);
    expect(flawsOf({ ...menu, min_values: 0 })).toEqual(['components.0.component.min_values']);
    expect(flawsOf({ ...menu, options: [] })).toContain('components.0.component.options');
    expect(flawsOf({ ...menu, options: [{ label: 'none', value: '' }] })).toHaveLength(1);
    const channels = { type: 8, custom_id: 'in', default_values: [{ id: '1' }, { id: '2' }] };
    expect(flawsOf(channels)).toEqual(['components.0.component.default_values']);
  });

  test('sends only what its client would let somebody send', async () => {
    const choices = [{ label: 'short', value: 'short' }];
    const fields = [field({ name: 'length', kind: 'choice', required: true, choices })];
    const form = async () => ({ title: 'x', submit: 'x', line: '/news subscribe', fields });
    const behind = scripted({ form });
    const at = await openRoom({ answering: () => behind.answering });
    const opened = at.manager.slash('/news-admin subscribe', {}, { channel: at.channel });
    await opened.modal();
    expect(() => at.manager.submit(opened, {})).toThrow(ClientRefusal);
    expect(() => at.manager.submit(opened, { length: 'endless' })).toThrow('not offered');
    await at.manager.submit(opened, { length: 'short' }).answer();
    expect(at.fake.troubles()).toEqual([]);
  });
});
