import { DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import type { DraftLine } from './draft';
import { focusLine } from './focus-line';
import type { LineActions } from './line-row';

interface Props {
	readonly number: number;
	readonly line: DraftLine;
	readonly isFirst: boolean;
	readonly isLast: boolean;
	readonly actions: LineActions;
}

/** What can be done with a line as a whole. Moving also works with Alt and the arrows in its fields. */
export function LineMenu( { number, line, isFirst, isLast, actions }: Props ) {
	const toggleDiscount = () => {
		actions.change( line.key, { discount: line.discount ? null : { type: 'percent', text: '' } } );
		focusLine( line.key, line.discount ? 'description' : 'discount' );
	};
	return (
		<DropdownMenu
			className="counterfoil-line__menu"
			icon={ moreVertical }
			label={ sprintf(
				/* translators: %d: number of a line */
				__( 'Actions for line %d', 'counterfoil' ),
				number
			) }
			toggleProps={ { size: 'compact' } }
		>
			{ ( { onClose }: { onClose: () => void } ) => {
				const item = ( label: string, onClick: () => void, { isDisabled = false, shortcut = '' } = {} ) => (
					<MenuItem
						disabled={ isDisabled }
						{ ...( shortcut ? { shortcut } : {} ) }
						onClick={ () => {
							onClose();
							onClick();
						} }
					>
						{ label }
					</MenuItem>
				);
				return (
					<>
						<MenuGroup>
							{ item(
								line.discount
									? __( 'Remove discount', 'counterfoil' )
									: __( 'Add discount', 'counterfoil' ),
								toggleDiscount
							) }
							{ item( __( 'Duplicate', 'counterfoil' ), () => actions.duplicate( line.key ) ) }
						</MenuGroup>
						<MenuGroup>
							{ item( __( 'Move up', 'counterfoil' ), () => actions.move( line.key, -1 ), {
								isDisabled: isFirst,
								shortcut: 'Alt+↑',
							} ) }
							{ item( __( 'Move down', 'counterfoil' ), () => actions.move( line.key, 1 ), {
								isDisabled: isLast,
								shortcut: 'Alt+↓',
							} ) }
						</MenuGroup>
						<MenuGroup>
							{ item( __( 'Remove', 'counterfoil' ), () => actions.remove( line.key ) ) }
						</MenuGroup>
					</>
				);
			} }
		</DropdownMenu>
	);
}
