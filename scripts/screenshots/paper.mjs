import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../lib/run.mjs';
import { adminPage, ask } from './admin-page.mjs';

/** What leaves the site: mails as they lie in the catcher, and a PDF. */
export async function paperScreens( camera, stand ) {
	const page = await adminPage( camera, stand );
	const [ due ] = ( await ask( page, 'invoices?state=due' ) ).items;
	await ask( page, `invoices/${ due.id }/resend`, 'POST' );
	await ( await fetch( `${ stand.site }/wp-cron.php?doing_wp_cron` ) ).arrayBuffer();
	const mails = await ( await fetch( `${ stand.mail.api }/email` ) ).json();
	for ( const mail of mails.slice( -3 ) ) {
		const name = `mail-${ mail.subject
			.toLowerCase()
			.replace( /[^a-z0-9]+/g, '-' )
			.slice( 0, 40 ) }`;
		await camera.take( page, name, async () => {
			// The catcher's address says nothing of the encoding; text that was read has none to lose.
			await page.setContent( await ( await fetch( `${ stand.mail.api }/email/${ mail.id }/html` ) ).text() );
		} );
	}
	const pdf = await page
		.evaluate( async ( id ) => {
			const answer = await window.wp.apiFetch( {
				path: `/counterfoil/v1/invoices/${ id }/pdf`,
				parse: false,
			} );
			return [ ...new Uint8Array( await answer.arrayBuffer() ) ];
		}, due.id )
		.catch( () => null );
	if ( pdf ) {
		const file = join( camera.folder, 'invoice.pdf' );
		writeFileSync( file, Buffer.from( pdf ) );
		await run( 'pdftoppm', [ '-png', '-r', '90', '-singlefile', file, join( camera.folder, 'paper-invoice' ) ] );
	}
	await page.context().close();
}
