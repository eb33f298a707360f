import { Button } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { EmptyState } from './empty-state';
import { Page } from './page';

interface Props {
	readonly children: ReactNode;
}

interface State {
	readonly thrown: Error | null;
}

/** A screen that breaks says so and what to do, and leaves the menu usable; the next screen starts afresh. */
export class ErrorBoundary extends Component< Props, State > {
	override state: State = { thrown: null };

	static getDerivedStateFromError( thrown: unknown ): State {
		return { thrown: thrown instanceof Error ? thrown : new Error( String( thrown ) ) };
	}

	override render() {
		const { thrown } = this.state;
		return thrown ? <Broken thrown={ thrown } /> : this.props.children;
	}
}

/** As webpack names them, for scripts and styles. */
const isNotLoaded = ( { name, message }: Error ) =>
	name === 'ChunkLoadError' || /Loading (CSS )?chunk .* failed/.test( message );

function Broken( { thrown }: { readonly thrown: Error } ) {
	const { href } = window.location;
	return (
		<Page title={ __( 'This screen couldn’t be shown', 'counterfoil' ) }>
			<div role="alert">
				<EmptyState
					text={
						isNotLoaded( thrown )
							? __(
									'A part of this page couldn’t be loaded. The plugin may have just been updated, or your connection was interrupted. Everything you saved is safe. Reload the page.',
									'counterfoil'
								)
							: __(
									'Something went wrong. Everything you saved is safe. Reload the page. If it happens again, send the technical details to the person who maintains your site.',
									'counterfoil'
								)
					}
					action={
						<div className="counterfoil-broken__actions">
							<Button variant="primary" onClick={ () => window.location.reload() } __next40pxDefaultSize>
								{ __( 'Reload page', 'counterfoil' ) }
							</Button>
							<Button variant="tertiary" href="#/" __next40pxDefaultSize>
								{ __( 'Go to overview', 'counterfoil' ) }
							</Button>
						</div>
					}
				/>
			</div>
			<details className="counterfoil-broken__details">
				<summary>{ __( 'Technical details', 'counterfoil' ) }</summary>
				<pre dir="ltr">{ [ href, thrown.stack ?? String( thrown ) ].join( '\n' ) }</pre>
			</details>
		</Page>
	);
}
