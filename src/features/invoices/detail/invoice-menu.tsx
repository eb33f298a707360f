import { Button, DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import type { Invoice } from '../../../contract/invoices';
import { boot } from '../../../shared/boot';
import { useConfirm } from '../../../shared/confirm';
import { navigate } from '../../../shared/location';
import { openPdf } from '../../../domain/invoices/open-pdf';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { available, type ActionId } from './actions/eligibility';
import { MarkPaid } from './actions/mark-paid';

/** Everything that can be done with this invoice now; what can't is not shown. */
export function InvoiceMenu( { invoice }: { readonly invoice: Invoice } ) {
	const [ isMarking, setMarking ] = useState( false );
	const resend = useCommand( 'invoices.resend' );
	const voidIt = useCommand( 'invoices.void' );
	const duplicate = useCommand( 'invoices.duplicate' );
	const remove = useCommand( 'invoices.delete' );
	const { ask, dialog } = useConfirm();
	const request = { params: { id: invoice.id } };
	const failed = [ resend, voidIt, duplicate, remove ].find( ( command ) => command.error );

	const act: Record< ActionId, { label: string; run: () => void; isDestructive?: boolean } > = {
		resend: {
			label: __( 'Send again', 'counterfoil' ),
			run: () =>
				ask( {
					text: sprintf(
						/* translators: %s: e-mail addresses */
						__( 'Mail this invoice again to %s?', 'counterfoil' ),
						invoice.recipients.join( ', ' )
					),
					button: __( 'Send again', 'counterfoil' ),
					isDestructive: false,
					onConfirm: async () => {
						if ( await resend.run( request ) ) {
							toast( __( 'Invoice sent again.', 'counterfoil' ) );
						}
					},
				} ),
		},
		'mark-paid': { label: __( 'Record a payment…', 'counterfoil' ), run: () => setMarking( true ) },
		'copy-link': {
			label: __( 'Copy link to this invoice', 'counterfoil' ),
			run: async () => {
				try {
					await navigator.clipboard.writeText( invoice.portal_url ?? '' );
				} catch {
					// Browsers keep the clipboard from pages without https.
					// eslint-disable-next-line no-alert -- the browser's own box marks the text, to be copied by hand
					window.prompt( __( 'Copy this link:', 'counterfoil' ), invoice.portal_url ?? '' );
					return;
				}
				toast( __( 'Link copied. The client logs in to see the invoice.', 'counterfoil' ) );
			},
		},
		duplicate: {
			label: __( 'Duplicate', 'counterfoil' ),
			run: async () => {
				const copy = await duplicate.run( request );
				if ( copy ) {
					toast( __( 'Copied to a new draft.', 'counterfoil' ) );
					navigate( `/invoices/${ copy.id }/edit` );
				}
			},
		},
		void: {
			label: __( 'Void…', 'counterfoil' ),
			isDestructive: true,
			run: () =>
				ask( {
					text: __(
						'Void this invoice? It stays in your books with its number, but nothing is to be paid any more. This can’t be undone.',
						'counterfoil'
					),
					button: __( 'Void invoice', 'counterfoil' ),
					onConfirm: async () => {
						if ( await voidIt.run( request ) ) {
							toast( __( 'Invoice voided.', 'counterfoil' ) );
						}
					},
				} ),
		},
		delete: {
			label: __( 'Delete draft…', 'counterfoil' ),
			isDestructive: true,
			run: () =>
				ask( {
					text: __( 'Delete this draft? This can’t be undone.', 'counterfoil' ),
					button: __( 'Delete draft', 'counterfoil' ),
					onConfirm: async () => {
						navigate( '/invoices' );
						if ( await remove.run( request ) ) {
							toast( __( 'Draft deleted.', 'counterfoil' ) );
						}
					},
				} ),
		},
	};

	return (
		<>
			{ failed && <Problem error={ failed.error } onDismiss={ failed.clearError } /> }
			<Button variant="secondary" onClick={ () => void openPdf( invoice.id ) } __next40pxDefaultSize>
				{ __( 'Open PDF', 'counterfoil' ) }
			</Button>
			<DropdownMenu icon={ moreVertical } label={ __( 'More actions', 'counterfoil' ) }>
				{ ( { onClose }: { onClose: () => void } ) => (
					<MenuGroup>
						{ available( invoice, boot().can ).map( ( id ) => (
							<MenuItem
								key={ id }
								isDestructive={ act[ id ].isDestructive ?? false }
								onClick={ () => {
									onClose();
									act[ id ].run();
								} }
							>
								{ act[ id ].label }
							</MenuItem>
						) ) }
					</MenuGroup>
				) }
			</DropdownMenu>
			{ dialog }
			{ isMarking && <MarkPaid invoice={ invoice } onClose={ () => setMarking( false ) } /> }
		</>
	);
}
