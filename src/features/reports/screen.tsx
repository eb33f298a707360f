import { __ } from '@wordpress/i18n';
import { BillClient } from '../../domain/invoices/bill-client';
import { useRead } from '../../shared/store';
import { Loading } from '../../shared/loading';
import { Page } from '../../shared/page';
import { Problem } from '../../shared/problem';
import { Activity } from './activity';
import { Attention } from './attention';
import { ChartPanel } from '../../shared/chart/panel';
import { Checklist } from './checklist';
import { Figures } from './figures';
import { Notices } from './notices';
import './screen.scss';

/** What an owner looks at first: what is wrong, what comes, what came, what is left to set up. */
export default function OverviewScreen() {
	const { data, error, reload } = useRead( 'overview.get', {} );
	if ( ! data ) {
		return (
			<Page title={ __( 'Overview', 'counterfoil' ) } actions={ <BillClient /> }>
				{ error ? <Problem error={ error } onRetry={ reload } /> : <Loading /> }
			</Page>
		);
	}
	const open = data.checklist.filter( ( step ) => ! step.done );
	return (
		<Page title={ __( 'Overview', 'counterfoil' ) } actions={ <BillClient /> }>
			<Problem error={ error } onRetry={ reload } />
			<Notices notices={ data.notices } />
			<Figures figures={ data.figures } />
			<div className="counterfoil-overview__columns">
				<div>
					{ open.length > 0 && <Checklist steps={ data.checklist } /> }
					{ data.charts.map( ( chart ) => (
						<ChartPanel key={ chart.id } chart={ chart } />
					) ) }
				</div>
				<div>
					<Attention invoices={ data.attention } />
					<Activity events={ data.activity } />
				</div>
			</div>
		</Page>
	);
}
