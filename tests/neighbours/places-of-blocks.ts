import assert from 'node:assert/strict';
import { wordsOf } from './browser';
import type { Place } from './place';
import type { Walked } from './walk';

const INVOICES = '<!-- wp:counterfoil/invoices /-->';

/**
 * Blocks where an editor may put them: they are drawn, and the page counts as private, although its own content does
 * not hold them.
 */
export async function blocksElsewhere( place: Place, { browser, invoice }: Walked ): Promise< void > {
	const { staff } = place;
	const make = async ( route: string, content: string, more: object = {} ) =>
		staff.wordpress< { id: number; link: string } >( 'POST', `/wp/v2/${ route }`, {
			title: 'Elsewhere',
			status: 'publish',
			content,
			...more,
		} );
	const pattern = async ( content: string ) =>
		`<!-- wp:block {"ref":${ ( await make( 'blocks', content ) ).id }} /-->`;
	const part = async ( content: string ) => {
		const { slug, theme } = await staff.wordpress< { slug: string; theme: string } >(
			'POST',
			'/wp/v2/template-parts',
			{ slug: 'neighbour', title: 'Neighbour', area: 'uncategorized', content }
		);
		return `<!-- wp:template-part ${ JSON.stringify( { slug, theme } ) } /-->`;
	};
	const loop = async ( content: string ) => {
		const parent = await make( 'pages', '' );
		await make( 'pages', content, { parent: parent.id } );
		const query = JSON.stringify( {
			query: { perPage: 1, postType: 'page', parents: [ parent.id ], inherit: false },
		} );
		return (
			`<!-- wp:query ${ query } --><div class="wp-block-query"><!-- wp:post-template -->` +
			'<!-- wp:post-content /--><!-- /wp:post-template --></div><!-- /wp:query -->'
		);
	};
	const pages: Array< readonly [ string, string, RegExp ] > = [
		[
			'in a synced pattern',
			( await make( 'pages', await pattern( INVOICES ) ) ).link,
			new RegExp( String( invoice.number ) ),
		],
		[
			'in a pattern in a pattern, in a group',
			(
				await make(
					'pages',
					await pattern(
						`<!-- wp:group --><div class="wp-block-group">${ await pattern( INVOICES ) }</div><!-- /wp:group -->`
					)
				)
			).link,
			new RegExp( String( invoice.number ) ),
		],
		[
			'the whole portal in a synced pattern',
			( await make( 'pages', await pattern( '<!-- wp:counterfoil/portal /-->' ) ) ).link,
			/Log out/,
		],
		[
			'in a template part',
			( await make( 'pages', await part( INVOICES ) ) ).link,
			new RegExp( String( invoice.number ) ),
		],
		[
			'in a loop of pages',
			( await make( 'pages', await loop( INVOICES ) ) ).link,
			new RegExp( String( invoice.number ) ),
		],
	];
	place.moveIn( 'widgets.php' );
	pages.push( [
		'in a widget',
		( await make( 'pages', '<!-- wp:paragraph --><p>Nothing else.</p><!-- /wp:paragraph -->' ) ).link,
		new RegExp( String( invoice.number ) ),
	] );
	for ( const [ where, url, shown ] of pages ) {
		const page = await browser.open( url );
		assert.equal( page.status, 200, where );
		assert.match( wordsOf( page, 10_000 ), shown, `A block ${ where } is not drawn.` );
		assert.match(
			String( page.headers[ 'cache-control' ] ),
			/no-store/,
			`A page with a block ${ where } may be kept.`
		);
	}
}
