import type { jsPDF } from 'jspdf';

import type { Drawing, Instruction, Weight } from '../contract/documents';

/** The font's file in one weight; see fonts.ts for the one that fetches it. */
export type FontSource = ( weight: Weight ) => Promise< ArrayBuffer >;

const FAMILY = 'notosans';
const SITE = 'site';
const STYLES: Record< Weight, string > = { regular: 'normal', bold: 'bold' };

/**
 * The drawing as a PDF, painted in the browser: for what isn't saved yet. The server's painter makes
 * the same page of it. jsPDF is loaded by the first call.
 *
 * @param drawing What to paint, as the server laid it out.
 * @param font    Where the font comes from.
 * @param at      The file's date.
 * @return The file's bytes.
 */
export async function paint( drawing: Drawing, font: FontSource, at: Date = new Date() ): Promise< Uint8Array > {
	const [ { jsPDF: Pdf }, regular, bold ] = await Promise.all( [
		import( /* webpackChunkName: "jspdf" */ 'jspdf' ),
		font( 'regular' ),
		font( 'bold' ),
	] );
	const pdf = new Pdf( {
		unit: 'mm',
		format: [ drawing.width, drawing.height ],
		compress: true,
	} );
	addFont( pdf, 'regular', regular );
	addFont( pdf, 'bold', bold );
	addSiteFont( pdf, 'regular', drawing.fonts.regular );
	addSiteFont( pdf, 'bold', drawing.fonts.bold );
	pdf.setProperties( {
		title: drawing.title,
		author: drawing.seller,
		creator: drawing.seller,
	} );
	pdf.setCreationDate( at );
	drawing.pages.forEach( ( page, index ) => {
		if ( index > 0 ) {
			pdf.addPage();
		}
		page.forEach( ( instruction ) => put( pdf, instruction, drawing ) );
	} );

	return withoutProducer( new Uint8Array( pdf.output( 'arraybuffer' ) ) );
}

function put( pdf: jsPDF, instruction: Instruction, drawing: Drawing ): void {
	switch ( instruction.op ) {
		case 'text':
			pdf.setFont( instruction.font === 'site' ? SITE : FAMILY, STYLES[ instruction.weight ] );
			pdf.setFontSize( instruction.size );
			pdf.setTextColor( instruction.colour );
			// Already in the order in which it stands on paper: jsPDF must not turn it around again.
			pdf.text( instruction.text, instruction.x, instruction.y, {
				isInputVisual: true,
				isOutputVisual: true,
			} );
			break;
		case 'rule':
			pdf.setFillColor( instruction.colour );
			pdf.rect(
				instruction.x,
				instruction.y - instruction.thickness / 2,
				instruction.width,
				instruction.thickness,
				'F'
			);
			break;
		case 'box':
			pdf.setFillColor( instruction.colour );
			pdf.rect( instruction.x, instruction.y, instruction.width, instruction.height, 'F' );
			break;
		case 'picture':
			if ( drawing.logo ) {
				pdf.addImage(
					`data:${ drawing.logo.mime };base64,${ drawing.logo.data }`,
					drawing.logo.mime === 'image/png' ? 'PNG' : 'JPEG',
					instruction.x,
					instruction.y,
					instruction.width,
					instruction.height
				);
			}
			break;
		case 'link':
			pdf.link( instruction.x, instruction.y, instruction.width, instruction.height, { url: instruction.url } );
	}
}

function addFont( pdf: jsPDF, weight: Weight, file: ArrayBuffer ): void {
	const name = `noto-sans-${ weight }.ttf`;
	pdf.addFileToVFS( name, latin1( new Uint8Array( file ) ) );
	pdf.addFont( name, FAMILY, STYLES[ weight ], undefined, 'Identity-H' );
}

function addSiteFont( pdf: jsPDF, weight: Weight, file: string | null ): void {
	if ( file !== null ) {
		const name = `site-${ weight }.ttf`;
		pdf.addFileToVFS( name, atob( file ) );
		pdf.addFont( name, SITE, STYLES[ weight ], undefined, 'Identity-H' );
	}
}

/**
 * Bytes as a string, one character each, as jsPDF wants its files.
 *
 * @param bytes What to turn.
 */
function latin1( bytes: Uint8Array ): string {
	const parts: string[] = [];
	// A call takes only so many arguments.
	for ( let at = 0; at < bytes.length; at += 8192 ) {
		parts.push( String.fromCharCode( ...bytes.subarray( at, at + 8192 ) ) );
	}
	return parts.join( '' );
}

/**
 * Takes the library's name out: a client sees the agency's documents and nobody else's name. jsPDF has no
 * setting for it. As many bytes as before, so that the file's table of positions stays true.
 *
 * @param bytes The PDF.
 */
function withoutProducer( bytes: Uint8Array ): Uint8Array {
	const start = [ ...'/Producer (' ].map( ( c ) => c.charCodeAt( 0 ) );
	// It stands in the last kilobytes, with the file's other properties.
	for ( let at = bytes.length - start.length; at >= 0; at-- ) {
		if ( start.every( ( byte, i ) => bytes[ at + i ] === byte ) ) {
			const end = bytes.indexOf( 0x29, at );
			bytes.fill( 0x20, at, end + 1 );
			break;
		}
	}
	return bytes;
}
