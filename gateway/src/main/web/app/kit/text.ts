/** Texts in the reader's language, and figures and days as offices write them. */

export type Language = 'vi' | 'en';

/** A text of the API in both languages. */
export interface Bilingual {
  vi: string;
  en: string;
}

const KEPT = 'language';

export const language: Language =
  new URLSearchParams(location.search).get('lang') === 'en' || localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi';

document.documentElement.lang = language;

/** Every text is made in one language: the page is loaded anew. */
export function switchLanguage(to: Language): void {
  localStorage.setItem(KEPT, to);
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  location.replace(address);
}

/** The text in the reader's language. */
export function t(vi: string, en: string): string {
  return language === 'vi' ? vi : en;
}

export function told(text: Bilingual | null | undefined): string {
  return text ? text[language] : '';
}

const LOCALE = language === 'vi' ? 'vi-VN' : 'en-GB';
const ZONE = 'Asia/Ho_Chi_Minh';

const plain = new Intl.NumberFormat(LOCALE, {maximumFractionDigits: 2});
const percent = new Intl.NumberFormat(LOCALE, {maximumFractionDigits: 1});
const day = new Intl.DateTimeFormat(LOCALE, {day: '2-digit', month: '2-digit', year: 'numeric', timeZone: ZONE});
const instant = new Intl.DateTimeFormat(LOCALE, {
  day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: ZONE,
});

export const NOTHING = '–';

/** `1.908,5`; a dash for what is not known, which is not 0. */
export function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? NOTHING : plain.format(value);
}

/** `76,3 %` of a number that is a percentage already. */
export function percentage(value: number | null | undefined): string {
  return value === null || value === undefined ? NOTHING : `${percent.format(value)} %`;
}

/** `12/16`, or a dash without a denominator. */
export function ratio(numerator: number | null | undefined, denominator: number | null | undefined): string {
  return denominator === null || denominator === undefined ? NOTHING : `${figure(numerator)}/${figure(denominator)}`;
}

/** `05/11/2026` of an ISO day or instant. */
export function date(iso: string | null | undefined): string {
  return iso ? day.format(new Date(iso.length === 10 ? `${iso}T00:00:00+07:00` : iso)) : NOTHING;
}

/** `08:30 05/11/2026` of an ISO instant. */
export function moment(iso: string | null | undefined): string {
  return iso ? instant.format(new Date(iso)) : NOTHING;
}

/** Today in Vietnam, ISO. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', {timeZone: ZONE}).format(new Date());
}

/** `Quý 3/2026` of a period's key. */
export function period(key: string | null | undefined): string {
  if (!key) {
    return NOTHING;
  }
  const [year, part] = key.split('-') as [string, string | undefined];
  if (!part) {
    return t(`Năm ${year}`, year);
  }
  if (part.startsWith('Q')) {
    return t(`Quý ${part.slice(1)}/${year}`, `${part} ${year}`);
  }
  if (part.startsWith('H')) {
    return t(`6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}`, `${part} ${year}`);
  }
  if (part.startsWith('X')) {
    // A call outside of the calendar.
    return t(`Đột xuất ${Number(part.slice(1))}/${year}`, `Call ${Number(part.slice(1))}/${year}`);
  }
  if (part === '9M') {
    return t(`9 tháng năm ${year}`, `9 months ${year}`);
  }
  return t(`Tháng ${Number(part)}/${year}`, `${part}/${year}`);
}
