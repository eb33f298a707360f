import { Button, Dropdown, MenuGroup, MenuItem, NavigableMenu } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { check, chevronDown } from '@wordpress/icons';
import { z } from 'zod';
import { line } from '../../contract/common';
import { type Sender, useForm } from '../form/use-form';
import { FormDialog } from '../form/form-dialog';
import { TextField } from '../form/text-field';
import { toast } from '../toasts';
import { currentView, type ListPreferences, tidy, withoutView, withView } from './preferences';

export interface Narrowing {
	/** What the list is narrowed by, as in the address. */
	readonly filters: Readonly< Record< string, string > >;
	readonly onChange: ( changes: Record< string, string > ) => void;
}

interface Props extends Narrowing {
	readonly list: ListPreferences;
	/** Shown at present. */
	readonly columns: readonly string[];
	readonly onSave: ( next: ListPreferences ) => void;
}

/** Views that somebody saved for themselves: filters and columns under a name. */
export function SavedViews( { filters, onChange, list, columns, onSave }: Props ) {
	const [ isNaming, setNaming ] = useState( false );
	const current = currentView( list, filters );
	const show = ( next: Record< string, string >, shown: readonly string[] | undefined ) => {
		const nothing = Object.fromEntries( Object.keys( filters ).map( ( name ) => [ name, '' ] ) );
		onChange( { ...nothing, ...next } );
		if ( shown ) {
			onSave( { ...list, columns: [ ...shown ] } );
		}
	};
	return (
		<>
			<Dropdown
				popoverProps={ { placement: 'bottom-end' } }
				renderToggle={ ( { isOpen, onToggle } ) => (
					<Button
						size="compact"
						variant="tertiary"
						icon={ chevronDown }
						iconPosition="right"
						aria-expanded={ isOpen }
						aria-haspopup="true"
						onClick={ onToggle }
					>
						{ current?.name ?? __( 'Views', 'counterfoil' ) }
					</Button>
				) }
				renderContent={ ( { onClose } ) => {
					const item = ( label: string, onClick: () => void, isChosen = false ) => (
						<MenuItem
							key={ label }
							icon={ isChosen ? check : null }
							onClick={ () => {
								onClose();
								onClick();
							} }
						>
							{ label }
						</MenuItem>
					);
					return (
						<NavigableMenu role="menu" className="counterfoil-saved-views">
							<MenuGroup>
								{ item( __( 'Default view', 'counterfoil' ), () => show( {}, undefined ) ) }
								{ ( list.views ?? [] ).map( ( view ) =>
									item( view.name, () => show( view.filters, view.columns ), view === current )
								) }
							</MenuGroup>
							<MenuGroup>
								{ item( __( 'Save this view…', 'counterfoil' ), () => setNaming( true ) ) }
								{ current &&
									item(
										/* translators: %s: name of a saved view */
										sprintf( __( 'Delete “%s”', 'counterfoil' ), current.name ),
										() => {
											onSave( withoutView( list, current.name ) );
											toast( __( 'View deleted.', 'counterfoil' ) );
										}
									) }
							</MenuGroup>
						</NavigableMenu>
					);
				} }
			/>
			{ isNaming && (
				<NameView
					onSave={ ( name ) => {
						onSave( withView( list, { name, filters: tidy( filters ), columns: [ ...columns ] } ) );
						toast( __( 'View saved.', 'counterfoil' ) );
					} }
					onClose={ () => setNaming( false ) }
				/>
			) }
		</>
	);
}

const named = z.strictObject( { name: line( 60 ) } );

/** WordPress' preferences keep it: there is nothing to wait for. */
const here: Sender< string, string > = {
	run: async ( name ) => name,
	isBusy: false,
	error: undefined,
	clearError: () => undefined,
};

function NameView( { onSave, onClose }: { readonly onSave: ( name: string ) => void; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: named,
		initial: { name: '' },
		command: here,
		request: ( { name } ) => name.trim(),
		onDone: ( name ) => {
			onSave( name );
			onClose();
		},
	} );
	return (
		<FormDialog
			title={ __( 'Save this view', 'counterfoil' ) }
			button={ __( 'Save view', 'counterfoil' ) }
			form={ form }
			onClose={ onClose }
		>
			<TextField
				label={ __( 'Name', 'counterfoil' ) }
				help={ __(
					'Saves the current filters, search and columns. Only you can see this view.',
					'counterfoil'
				) }
				autoComplete="off"
				{ ...form.field( 'name' ) }
			/>
		</FormDialog>
	);
}
