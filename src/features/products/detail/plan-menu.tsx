import { DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import type { Plan } from '../../../contract/products';
import { useConfirm } from '../../../shared/confirm';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';

/** What can be done with a plan. Deleting is only for one that was never used. */
export function PlanMenu( { plan, onEdit }: { readonly plan: Plan; readonly onEdit: () => void } ) {
	const duplicate = useCommand( 'plans.duplicate' );
	const archive = useCommand( 'plans.archive' );
	const restore = useCommand( 'plans.restore' );
	const remove = useCommand( 'plans.delete' );
	const { ask, dialog } = useConfirm();
	const request = { params: { id: plan.id } };
	const then = ( done: Promise< unknown >, words: string ) =>
		void done.then( ( answer ) => answer && toast( words ) );
	const failed = [ duplicate, archive, restore, remove ].find( ( command ) => command.error );

	return (
		<>
			<DropdownMenu
				icon={ moreVertical }
				label={ sprintf(
					/* translators: %s: name of a plan */
					__( 'Actions for %s', 'counterfoil' ),
					plan.name
				) }
			>
				{ ( { onClose }: { onClose: () => void } ) => {
					const item = ( label: string, onClick: () => void, isDestructive = false ) => (
						<MenuItem
							isDestructive={ isDestructive }
							onClick={ () => {
								onClose();
								onClick();
							} }
						>
							{ label }
						</MenuItem>
					);
					return (
						<MenuGroup>
							{ item( __( 'Edit', 'counterfoil' ), onEdit ) }
							{ item( __( 'Duplicate', 'counterfoil' ), () =>
								then( duplicate.run( request ), __( 'Plan duplicated.', 'counterfoil' ) )
							) }
							{ plan.archived_at
								? item( __( 'Restore', 'counterfoil' ), () =>
										then( restore.run( request ), __( 'Plan restored.', 'counterfoil' ) )
									)
								: item( __( 'Archive', 'counterfoil' ), () =>
										then(
											archive.run( request ),
											__( 'Plan archived. It can’t be billed any more.', 'counterfoil' )
										)
									) }
							{ ! plan.is_used &&
								item(
									__( 'Delete', 'counterfoil' ),
									() =>
										ask( {
											text: sprintf(
												/* translators: %s: name of a plan */
												__( 'Delete the plan “%s”? This can’t be undone.', 'counterfoil' ),
												plan.name
											),
											button: __( 'Delete plan', 'counterfoil' ),
											onConfirm: () =>
												then( remove.run( request ), __( 'Plan deleted.', 'counterfoil' ) ),
										} ),
									true
								) }
						</MenuGroup>
					);
				} }
			</DropdownMenu>
			{ failed && <Problem error={ failed.error } onDismiss={ failed.clearError } /> }
			{ dialog }
		</>
	);
}
