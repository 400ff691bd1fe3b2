/**
 * Discord's limits as we keep them, in UTF-16 units (Discord counts code points, which are never more). Where we stay
 * below the limit the real one stands beside it.
 */
export const LIMITS = {
  content: 2_000,
  embeds: 10,
  title: 256,
  // 4,096
  description: 3_900,
  footer: 2_048,
  fields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  // 6,000 over all embeds of a message: what is longer than one message of 5,900 goes on in others of 5,000
  whole: 5_900,
  message: 5_000,
  rows: 5,
  rowButtons: 5,
  buttonLabel: 80,
  placeholder: 150,
  options: 25,
  option: 100,
  customId: 100,
  threadName: 100,
  modalTitle: 45,
  modalFields: 5,
  fieldLabel: 45,
  choices: 25,
} as const;
