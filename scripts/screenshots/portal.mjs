/**
 * @param {import('./camera.mjs').Camera}    camera
 * @param {import('../lib/stand.mjs').Stand} stand
 */
export async function portalScreens( camera, stand ) {
	const visitor = await camera.person();
	const open = ( page, address ) => async () => {
		await page.goto( address );
		await page.locator( 'h1' ).first().waitFor();
	};
	await camera.take( visitor, 'site-home', open( visitor, stand.site ) );
	await camera.take( visitor, 'portal-login', open( visitor, stand.portal.url ) );
	await visitor.context().close();

	for ( const [ who, suffix ] of [
		[ 'marta@', '' ],
		[ 'lucja@', '-pl' ],
		[ 'layla@', '-ar' ],
	] ) {
		const contact = stand.portal.contacts.find( ( { email } ) => email.startsWith( who ) );
		const page = await camera.person( async ( browser ) => {
			await browser.goto( stand.portal.url );
			await browser.locator( 'input[type="email"]' ).first().fill( contact.email );
			await browser.locator( 'input[type="password"]' ).first().fill( contact.password );
			await browser.locator( 'form:has(input[type="password"]) [type="submit"]' ).first().click();
			await browser.locator( 'a[href*="view=invoices"]' ).first().waitFor();
		} );
		const place = ( args ) => `${ stand.portal.url }${ stand.portal.url.includes( '?' ) ? '&' : '?' }${ args }`;
		await camera.take( page, `portal-overview${ suffix }`, open( page, stand.portal.url ) );
		await camera.take( page, `portal-invoices${ suffix }`, open( page, place( 'view=invoices' ) ) );
		await page.goto( place( 'view=invoices' ) );
		const idsOf = ( links ) =>
			page
				.locator( links )
				.evaluateAll( ( found ) => found.map( ( link ) => new URL( link.href ).searchParams.get( 'id' ) ) );
		const ids = await idsOf( 'a[href*="view=invoice&"], a[href*="view=pay&"]' );
		const due = await idsOf( 'a[href*="view=pay&"]' );
		const [ newest ] = ids;
		if ( newest ) {
			await camera.take(
				page,
				`portal-invoice${ suffix }`,
				open( page, place( `view=invoice&id=${ newest }` ) )
			);
			await camera.take(
				page,
				`portal-invoice-paid${ suffix }`,
				open( page, place( `view=invoice&id=${ ids.at( -1 ) }` ) )
			);
		}
		if ( suffix === '' ) {
			await pay( camera, page, ( id ) => place( `view=pay&id=${ id }` ), due );
		}
		await camera.take(
			page,
			`portal-statement${ suffix }`,
			open( page, place( 'view=statement&period=this_year' ) )
		);
		await camera.take( page, `portal-account${ suffix }`, open( page, place( 'view=account' ) ) );
		await page.context().close();
	}
}

/**
 * The page one pays on with a card typed in, and what it says afterwards.
 *
 * @param {import('./camera.mjs').Camera}         camera
 * @param {import('@playwright/test').Page}       page
 * @param {(invoice: string) => string}           address
 * @param {string[]}                              due     Invoices that may be paid: one for each size.
 */
async function pay( camera, page, address, due ) {
	const fill = async ( invoice ) => {
		await page.goto( address( invoice ) );
		await page.locator( '[autocomplete="cc-number"]' ).fill( '4242424242424242' );
		await page.locator( '[autocomplete="cc-exp"]' ).fill( '12 / 34' );
		await page.locator( '[autocomplete="cc-csc"]' ).fill( '123' );
		await page.locator( 'h1' ).first().click();
	};
	await camera.take( page, 'portal-pay', () => fill( due[ 0 ] ) );
	const left = [ ...due ];
	await camera.take( page, 'portal-paid', async () => {
		await fill( left.shift() );
		await page.locator( '.cf-pay [type="submit"]' ).click();
		await page.locator( '[autocomplete="cc-number"]' ).waitFor( { state: 'hidden' } );
	} );
}
