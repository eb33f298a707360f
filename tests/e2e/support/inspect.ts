import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The axe that AxeBuilder brings along, in its short form. */
const AXE = readFileSync(
	createRequire( require.resolve( '@axe-core/playwright' ) ).resolve( 'axe-core/axe.min.js' ),
	'utf8'
);

const RULES = [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa' ];

/** WordPress' own frame around a screen of wp-admin. */
const NOT_OURS = [ '#wpadminbar', '#adminmenumain', '#wpfooter' ];

/** As wide as the tests are otherwise. */
const USUAL = { width: 1280, height: 900 };

/**
 * What every screen has to keep: WCAG 2.2 AA on a desk and on a phone, and nothing to be scrolled sideways,
 * down to 320 pixels.
 *
 * @param page The screen, with all it shows.
 * @param name For the report.
 */
export async function inspect( page: Page, name: string ): Promise< void > {
	// What was said lies over the screen for a moment; a click takes it away.
	for ( const toast of await page.locator( '.counterfoil-toasts .components-snackbar' ).all() ) {
		await toast.click( { timeout: 1000 } ).catch( () => undefined );
	}
	for ( const width of [ 1280, 390, 320 ] ) {
		await page.setViewportSize( { width, height: 900 } );
		await settled( page );
		expect( await overflow( page ), `${ name } at ${ width }: what sticks out sideways` ).toEqual( [] );
		if ( width !== 320 ) {
			expect( await violations( page ), `${ name } at ${ width }: accessibility` ).toEqual( [] );
		}
	}
	await page.setViewportSize( USUAL );
	await settled( page );
}

/** A screen that has drawn itself for its width, with what it asked for. */
async function settled( page: Page ): Promise< void > {
	await expect(
		page.locator( '.counterfoil-list[aria-busy="true"], .counterfoil-design__paper[aria-busy="true"]' )
	).toHaveCount( 0 );
	await page.evaluate( async () => {
		await document.fonts.ready;
		// A spinner never ends.
		const moves = document
			.getAnimations()
			.filter( ( animation ) => animation.effect?.getComputedTiming().endTime !== Infinity );
		await Promise.all( moves.map( ( animation ) => animation.finished.catch( () => null ) ) );
		await new Promise( ( next ) => requestAnimationFrame( () => requestAnimationFrame( next ) ) );
	} );
}

async function violations( page: Page ): Promise< readonly string[] > {
	await bringAxe( page );
	// What is right is not written down, and the answer is put together in the page itself: two fifths of the time.
	const axe = new AxeBuilder( { page, axeSource: '"It is there."' } )
		.options( { runOnly: RULES, resultTypes: [ 'violations' ] } )
		.setLegacyMode();
	for ( const frame of NOT_OURS ) {
		axe.exclude( frame );
	}
	const found = await unstuck( page, () => axe.analyze() );
	return found.violations.map(
		( { id, nodes } ) =>
			`${ id }: ${ nodes.map( ( node ) => `${ node.target.join( ' ' ) } (${ node.any[ 0 ]?.message ?? '' })` ).join( ', ' ) }`
	);
}

/** Once for a document: AxeBuilder would have all of its source read twice for each look. */
async function bringAxe( page: Page ): Promise< void > {
	for ( const frame of page.frames() ) {
		const brought = frame.evaluate( () => 'axe' in window ).then( ( isThere ) => isThere || frame.evaluate( AXE ) );
		// One within the page may go away in the same moment.
		await ( frame === page.mainFrame() ? brought : brought.catch( () => undefined ) );
	}
}

/** What sticks to the edge of the window covers half of a line by chance; people scroll on, axe does not. */
async function unstuck< T >( page: Page, work: () => Promise< T > ): Promise< T > {
	const freed = await page.evaluateHandle( () => {
		const stuck = [ ...document.querySelectorAll< HTMLElement >( '.counterfoil-app *' ) ].filter( ( element ) => {
			const { position, bottom } = getComputedStyle( element );
			return position === 'sticky' && bottom !== 'auto';
		} );
		stuck.forEach( ( element ) => element.style.setProperty( 'position', 'static' ) );
		return stuck;
	} );
	const done = await work();
	await freed.evaluate( ( stuck ) => stuck.forEach( ( element ) => element.style.removeProperty( 'position' ) ) );
	return done;
}

/** Empty unless the page scrolls sideways; then what reaches beyond its edge. */
function overflow( page: Page ): Promise< readonly string[] > {
	return page.evaluate( () => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if ( scrollWidth <= clientWidth ) {
			return [];
		}
		const wide = [ ...document.body.querySelectorAll( '*' ) ].filter(
			( element ) => element.getBoundingClientRect().right > clientWidth + 1
		);
		return [
			`${ scrollWidth } instead of ${ clientWidth }`,
			...wide.slice( 0, 5 ).map( ( element ) => `${ element.tagName } ${ element.className }` ),
		];
	} );
}
