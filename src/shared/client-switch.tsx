import { ToggleControl } from '@wordpress/components';
import { boot } from './boot';
import { Problem } from './problem';
import { useCommand, useRead } from './store';
import { toast } from './toasts';

/** What the agency turns on for all clients, and off for one. */
export type ClientSwitchNoun = 'late-fees' | 'pay-links' | 'reminders';

interface Words {
	readonly title: string;
	readonly label: string;
	readonly help?: string;
	readonly turnedOn: string;
	readonly turnedOff: string;
}

/** Whether one client has what the agency turned on for all; nothing while it is off for everybody. */
export function ClientSwitch( {
	clientId,
	noun,
	words,
}: {
	readonly clientId: number;
	readonly noun: ClientSwitchNoun;
	readonly words: Words;
} ) {
	const settings = useRead( `${ noun }.get`, {} );
	const own = useRead( `${ noun }.of-client`, { params: { id: clientId } } );
	const change = useCommand( `${ noun }.change` );
	if ( ! settings.data?.is_on || ! own.data ) {
		return null;
	}
	const turn = async ( isOn: boolean ) => {
		if ( await change.run( { params: { id: clientId }, body: { is_on: isOn } } ) ) {
			toast( isOn ? words.turnedOn : words.turnedOff );
		}
	};
	const heading = `counterfoil-client-${ noun }`;
	return (
		<section className="counterfoil-panel" aria-labelledby={ heading }>
			<h2 id={ heading }>{ words.title }</h2>
			<Problem error={ change.error } onDismiss={ change.clearError } />
			<ToggleControl
				__nextHasNoMarginBottom
				label={ words.label }
				help={ words.help }
				checked={ own.data.is_on }
				disabled={ ! boot().can.manageClients || change.isBusy }
				onChange={ ( isOn ) => void turn( isOn ) }
			/>
		</section>
	);
}
