/** What a page's 有效性 (时效性, 效力状态) field may say of its document. */
export type Validity = 'in-force' | 'expired' | 'repealed' | 'not-yet';

/**
 * Reads a page's 有效性 field, as sites word it: 有效, 现行有效, 部分失效, 已修改, 失效, 废止, 尚未生效.
 *
 * @returns null where the field says something else, such as a day
 */
export function validityOf(field: string): Validity | null {
  const text = field.replace(/[\s\u3000【】[\]（）()]/g, '');
  if (text.length > 12) return null;
  if (/未(?:被)?(?:失效|废止)/.test(text)) return 'in-force';
  if (/尚未|未生效|未施行|未实施/.test(text)) return 'not-yet';
  // What is changed or lapsed in part is in force otherwise.
  if (/部分|修改|修订|修正/.test(text)) return 'in-force';
  if (/废止/.test(text)) return 'repealed';
  if (/失效|无效|过期|^否$/.test(text)) return 'expired';
  return /有效(?!期)|^是$/.test(text) ? 'in-force' : null;
}
