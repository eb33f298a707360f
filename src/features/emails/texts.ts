import type { EmailSettings } from '../../contract/emails';

type Text = EmailSettings[ 'messages' ][ number ][ 'texts' ][ number ];

/** The agency's words in a language; empty ones where it wrote none. */
export function textIn( texts: readonly Text[], locale: string ): Text {
	return texts.find( ( text ) => text.locale === locale ) ?? { locale, subject: '', body: '' };
}

/** The same words with one language's changed; what is empty in both is none. */
export function withText( texts: readonly Text[], text: Text ): Text[] {
	const isThere = texts.some( ( { locale } ) => locale === text.locale );
	const all = isThere ? texts.map( ( one ) => ( one.locale === text.locale ? text : one ) ) : [ ...texts, text ];
	return all.filter( ( { subject, body } ) => subject !== '' || body !== '' );
}
