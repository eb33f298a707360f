import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Pages } from './pages';

export function Pager( { pages, next }: { readonly pages: Pages; readonly next: string | null } ) {
	if ( ! pages.previous && next === null ) {
		return null;
	}
	return (
		<nav className="counterfoil-list__pager" aria-label={ __( 'Pages', 'counterfoil' ) }>
			<Button
				variant="tertiary"
				onClick={ pages.previous }
				disabled={ ! pages.previous }
				accessibleWhenDisabled
				__next40pxDefaultSize
			>
				{ __( 'Previous', 'counterfoil' ) }
			</Button>
			<Button
				variant="tertiary"
				onClick={ () => next !== null && pages.next( next ) }
				disabled={ next === null }
				accessibleWhenDisabled
				__next40pxDefaultSize
			>
				{ __( 'Next', 'counterfoil' ) }
			</Button>
		</nav>
	);
}
