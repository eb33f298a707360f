import { expect } from '@playwright/test';
import { stand } from '../stand';

interface Address {
	readonly address: string;
	readonly name: string;
}

/** As maildev's `/api/email` has it. */
export interface Mail {
	readonly id: string;
	readonly subject: string;
	readonly from: readonly Address[];
	readonly to: readonly Address[];
	readonly html: string;
	readonly text: string;
	readonly attachments?: ReadonlyArray< {
		readonly filename: string;
		readonly generatedFileName: string;
		readonly contentType: string;
	} >;
}

/** Everything the site mailed, caught before it goes anywhere. */
export class Mailbox {
	private readonly api = stand().mail.api;

	/** To this address, oldest first. */
	async to( address: string ): Promise< readonly Mail[] > {
		const all = ( await ( await fetch( `${ this.api }/email` ) ).json() ) as Mail[];
		return all.filter( ( mail ) => mail.to.some( ( to ) => to.address === address ) );
	}

	/**
	 * Waits for the mail with this subject. Nothing runs the site's cron meanwhile: what a request has caused, it
	 * sends itself at its end.
	 */
	async find( address: string, subject: RegExp ): Promise< Mail > {
		let found: Mail | undefined;
		await expect
			.poll(
				async () => {
					found = ( await this.to( address ) ).find( ( mail ) => subject.test( mail.subject ) );
					return found?.subject;
				},
				{ message: `A mail to ${ address }: ${ subject }` }
			)
			.toMatch( subject );
		if ( ! found ) {
			throw new Error( 'The mail is gone.' );
		}
		return found;
	}

	/** The bytes that are attached. */
	async attachment( mail: Mail, name: string ): Promise< Buffer > {
		const file = mail.attachments?.find( ( { filename } ) => filename === name );
		if ( ! file ) {
			throw new Error( `${ name } is not attached to “${ mail.subject }”.` );
		}
		const answer = await fetch( `${ this.api }/email/${ mail.id }/attachment/${ file.generatedFileName }` );
		return Buffer.from( await answer.arrayBuffer() );
	}
}

/** Where a mail's button leads, read from the HTML as a reader would click it. */
export function buttonOf( mail: Mail, label: RegExp ): string {
	for ( const [ , attributes = '', content = '' ] of mail.html.matchAll( /<a\b([^>]*)>([\s\S]*?)<\/a>/g ) ) {
		const href = /href="([^"]+)"/.exec( attributes )?.[ 1 ];
		if ( href && label.test( content.replace( /<[^>]+>/g, '' ).trim() ) ) {
			return href.replaceAll( '&amp;', '&' ).replaceAll( '&#038;', '&' );
		}
	}
	throw new Error( `“${ mail.subject }” has no button ${ label }.` );
}
