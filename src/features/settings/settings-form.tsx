import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { ApiFailure } from '../../shared/api';
import { Problem } from '../../shared/problem';
import { useSaveShortcut } from '../../shared/use-save-shortcut';

interface Props {
	/** Verb and thing: "Save payments". */
	readonly button: string;
	readonly isChanged: boolean;
	readonly isBusy: boolean;
	readonly error: ApiFailure | undefined;
	readonly onSave: () => void;
	readonly onUndo: () => void;
	readonly children: ReactNode;
}

/** A page of settings; what saves it stays in sight, and Ctrl+S (⌘S) does the same. */
export function SettingsForm( { button, isChanged, isBusy, error, onSave, onUndo, children }: Props ) {
	useSaveShortcut( () => isChanged && onSave() );
	return (
		<form
			className="counterfoil-settings"
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				onSave();
			} }
		>
			{ children }
			<div className="counterfoil-settings__save">
				<Problem error={ error } />
				<div className="counterfoil-form__actions">
					<Button
						type="submit"
						variant="primary"
						isBusy={ isBusy }
						disabled={ isBusy || ! isChanged }
						accessibleWhenDisabled
						__next40pxDefaultSize
					>
						{ button }
					</Button>
					{ isChanged && (
						<Button variant="tertiary" onClick={ onUndo } disabled={ isBusy } __next40pxDefaultSize>
							{ __( 'Undo changes', 'counterfoil' ) }
						</Button>
					) }
					<span className="counterfoil-settings__state" role="status">
						{ isChanged ? __( 'Not saved yet', 'counterfoil' ) : '' }
					</span>
				</div>
			</div>
		</form>
	);
}
