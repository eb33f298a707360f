/**
 * @jest-environment node
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { drawing, type Weight } from '../contract/documents';
import { paint } from './paint';

async function font( weight: Weight ): Promise< ArrayBuffer > {
	const file = await readFile( join( __dirname, `../../assets/fonts/noto-sans-${ weight }.ttf` ) );
	return new Uint8Array( file ).buffer;
}

const page = drawing.parse( {
	title: 'Faktura FV/1',
	seller: 'Źródło Pikseli',
	language: 'pl-PL',
	width: 210,
	height: 297,
	logo: null,
	fonts: { regular: null, bold: null },
	pages: [
		[
			{ op: 'box', x: 0, y: 0, width: 210, height: 2.2, colour: '#0f766e' },
			{ op: 'text', x: 20, y: 30, text: 'Zażółć', weight: 'bold', font: 'own', size: 22, colour: '#1a1f36' },
			{ op: 'rule', x: 20, y: 40, width: 170, thickness: 0.2, colour: '#e3e6ec' },
			{ op: 'link', x: 20, y: 50, width: 20, height: 5, url: 'https://northfield.example/pay' },
		],
		[ { op: 'text', x: 20, y: 30, text: 'ﻢﺣ', weight: 'regular', font: 'own', size: 9.5, colour: '#5b6274' } ],
	],
} );

test( 'paints every page and names nobody but the seller', async () => {
	const bytes = await paint( page, font, new Date( '2026-11-28T09:00:00Z' ) );
	const file = Buffer.from( bytes ).toString( 'latin1' );

	expect( file.startsWith( '%PDF-' ) ).toBe( true );
	expect( file.match( /\/Type \/Page\n/g ) ).toHaveLength( 2 );
	expect( file ).toContain( 'https://northfield.example/pay' );
	expect( file ).not.toMatch( /jspdf|\/Producer/i );
} );

test( 'the table of positions stays true when the name is taken out', async () => {
	const file = Buffer.from( await paint( page, font ) ).toString( 'latin1' );
	const position = Number( /startxref\n(\d+)/.exec( file )?.[ 1 ] );

	expect( file.slice( position, position + 4 ) ).toBe( 'xref' );
} );

test( 'only web addresses can be in a drawing', () => {
	const link = { op: 'link', x: 0, y: 0, width: 1, height: 1, url: 'javascript:alert(1)' };

	expect( drawing.safeParse( { ...page, pages: [ [ link ] ] } ).success ).toBe( false );
} );
