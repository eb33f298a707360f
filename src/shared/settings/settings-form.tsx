import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { Problem } from '../problem';
import { useSaveShortcut } from '../use-save-shortcut';
import type { Saving } from './use-settings';

interface Props {
	/** Verb and thing: "Save payments". */
	readonly button: string;
	readonly settings: Saving;
	readonly children: ReactNode;
}

/** A page of settings; what saves it stays in sight, and Ctrl+S (⌘S) does the same. */
export function SettingsForm( { button, settings, children }: Props ) {
	const { isChanged, isBusy, error, undo } = settings;
	const save = () => void settings.save();
	useSaveShortcut( () => isChanged && save() );
	return (
		<form
			className="counterfoil-settings"
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				save();
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
						<Button variant="tertiary" onClick={ undo } disabled={ isBusy } __next40pxDefaultSize>
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
