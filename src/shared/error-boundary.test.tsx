import { render, screen } from '@testing-library/react';
import { ErrorBoundary } from './error-boundary';

function Crash( { thrown }: { readonly thrown: Error } ): never {
	throw thrown;
}

function crash( thrown: Error ) {
	// React repeats what was thrown on the console.
	const said = jest.spyOn( console, 'error' ).mockImplementation( () => undefined );
	render(
		<ErrorBoundary>
			<Crash thrown={ thrown } />
		</ErrorBoundary>
	);
	said.mockRestore();
}

test( 'a screen that breaks says so, what to do, and what to send', () => {
	crash( new TypeError( 'plan is undefined' ) );

	expect( screen.getByRole( 'heading', { level: 1 } ).textContent ).toBe( 'This screen couldn’t be shown' );
	expect( screen.getByRole( 'alert' ).textContent ).toMatch( /Everything you saved is safe\. Reload the page\./ );
	expect( screen.getByRole( 'button', { name: 'Reload page' } ) ).toBeTruthy();
	expect( screen.getByRole( 'link', { name: 'Go to overview' } ).getAttribute( 'href' ) ).toBe( '#/' );
	expect( screen.getByText( /TypeError: plan is undefined/ ) ).toBeTruthy();
} );

test.each( [
	[ 'a script', Object.assign( new Error( 'Loading chunk 7 failed.' ), { name: 'ChunkLoadError' } ) ],
	[ 'a style', new Error( 'Loading CSS chunk 7 failed.' ) ],
] )( '%s that is not there any more is told apart', ( _what, thrown ) => {
	crash( thrown );

	expect( screen.getByRole( 'alert' ).textContent ).toMatch( /couldn’t be loaded\. The plugin may have just been/ );
} );
