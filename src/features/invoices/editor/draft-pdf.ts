import { fontsFrom } from '../../../documents/fonts';
import { paint } from '../../../documents/paint';
import { call } from '../../../shared/api';
import { boot } from '../../../shared/boot';
import type { PreviewInput } from './read-draft';

const fonts = fontsFrom( `${ boot().assets }assets` );

/**
 * The PDF of what is being typed: laid out by the server as the real one is, painted here.
 *
 * @throws {import('../../../shared/api').ApiFailure}
 */
export async function draftPdf( input: PreviewInput ): Promise< Blob > {
	const bytes = await paint( await call( 'invoices.draw', { body: input } ), fonts );
	return new Blob( [ new Uint8Array( bytes ) ], { type: 'application/pdf' } );
}
