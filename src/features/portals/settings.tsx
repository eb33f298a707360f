import { Button, Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { caution, check } from '@wordpress/icons';
import type { Portal } from '../../contract/portals';
import { CopyButton } from '../../shared/copy-button';
import { Loaded } from '../../shared/loaded';
import { Problem } from '../../shared/problem';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { PayLinkSettings } from './pay-links';
import './settings.scss';

/** The two pages of the site that clients see. */
export default function PortalSettings() {
	const portals = useRead( 'portals.list', {} );
	return (
		<Loaded read={ portals }>
			{ ( { items } ) => (
				<>
					<Problem error={ portals.error } onRetry={ portals.reload } />
					{ items.map( ( portal ) => (
						<PortalPages key={ portal.id } portal={ portal } />
					) ) }
					<PayLinkSettings />
				</>
			) }
		</Loaded>
	);
}

function PortalPages( { portal }: { readonly portal: Portal } ) {
	const create = useCommand( 'portals.create-pages' );
	const isComplete = portal.login_page !== null && portal.portal_page !== null;
	const createPages = async () => {
		if ( await create.run( { params: { id: portal.id } } ) ) {
			toast( __( 'Portal pages created.', 'counterfoil' ) );
		}
	};
	return (
		<section className="counterfoil-panel counterfoil-portal-pages" aria-labelledby="counterfoil-portal-pages">
			<h2 id="counterfoil-portal-pages">{ __( 'Portal pages', 'counterfoil' ) }</h2>
			<p className="counterfoil-panel__quiet">
				{ isComplete
					? __(
							'Clients log in and view their invoices on these pages of your site. You can edit them like any other page: change the title, add blocks or move them.',
							'counterfoil'
						)
					: __(
							'Clients log in and view their invoices on two pages of your site. Create them in one click. You can edit them later like any other page.',
							'counterfoil'
						) }
			</p>
			<Problem error={ create.error } onDismiss={ create.clearError } />
			<ul className="counterfoil-portal-pages__list">
				<PageRow name={ __( 'Login page', 'counterfoil' ) } page={ portal.login_page } />
				<PageRow name={ __( 'Portal page', 'counterfoil' ) } page={ portal.portal_page } />
			</ul>
			<div className="counterfoil-form__actions">
				{ portal.login_page && (
					<CopyButton
						label={ __( 'Copy portal link', 'counterfoil' ) }
						text={ portal.login_page.url }
						done={ __( 'Portal link copied.', 'counterfoil' ) }
					/>
				) }
				{ ! isComplete && (
					<Button
						variant="primary"
						isBusy={ create.isBusy }
						disabled={ create.isBusy }
						onClick={ () => void createPages() }
						__next40pxDefaultSize
					>
						{ __( 'Create portal pages', 'counterfoil' ) }
					</Button>
				) }
			</div>
		</section>
	);
}

interface RowProps {
	readonly name: string;
	readonly page: Portal[ 'login_page' ];
}

/** Whether the page is there, and where it can be looked at and changed. */
function PageRow( { name, page }: RowProps ) {
	return (
		<li>
			<span className={ `counterfoil-state ${ page ? 'is-paid' : 'is-draft' }` }>
				<Icon icon={ page ? check : caution } size={ 18 } />
				{ page ? __( 'Published', 'counterfoil' ) : __( 'Not created yet', 'counterfoil' ) }
			</span>
			<span className="counterfoil-portal-pages__name">
				<strong>{ name }</strong>
				{ page && <span>{ page.url }</span> }
			</span>
			{ page && (
				<span className="counterfoil-form__actions">
					<Button
						variant="secondary"
						href={ page.url }
						target="_blank"
						aria-label={ viewLabel( page.title ) }
						__next40pxDefaultSize
					>
						{ __( 'View', 'counterfoil' ) }
					</Button>
					<Button
						variant="secondary"
						href={ page.edit_url }
						aria-label={ editLabel( page.title ) }
						__next40pxDefaultSize
					>
						{ __( 'Edit', 'counterfoil' ) }
					</Button>
				</span>
			) }
		</li>
	);
}

/* translators: %s: title of a page */
const viewLabel = ( title: string ) => sprintf( __( 'View “%s” (opens in a new tab)', 'counterfoil' ), title );
/* translators: %s: title of a page */
const editLabel = ( title: string ) => sprintf( __( 'Edit “%s”', 'counterfoil' ), title );
