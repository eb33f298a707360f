import type { Drawing } from '../../contract/documents';
import { fontsFrom } from '../../documents/fonts';
import { paint } from '../../documents/paint';
import { boot } from '../../shared/boot';

const fonts = fontsFrom( `${ boot().assets }assets` );

/** The PDF of what the server laid out, painted here. */
export async function pdfOf( drawing: Drawing ): Promise< Blob > {
	const bytes = await paint( drawing, fonts );
	return new Blob( [ new Uint8Array( bytes ) ], { type: 'application/pdf' } );
}
