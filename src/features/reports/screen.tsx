import { __ } from '@wordpress/i18n';
import { BillClient } from '../../domain/invoices/bill-client';
import { useRead } from '../../shared/store';
import { Loading } from '../../shared/loading';
import { Page } from '../../shared/page';
import { Problem } from '../../shared/problem';
import { Activity } from './activity';
import { Attention } from './attention';
import { Checklist } from './checklist';
import { Figures } from './figures';
import { MailProblems } from './mail-problems';
import { MoneyProblems } from './money-problems';
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
			<MailProblems problems={ data.mail_problems } />
			<MoneyProblems problems={ data.money_problems } />
			<Figures overview={ data } />
			<div className="counterfoil-overview__columns">
				<div>
					{ open.length > 0 && <Checklist steps={ data.checklist } /> }
					<Attention invoices={ data.attention } />
				</div>
				<Activity events={ data.activity } />
			</div>
		</Page>
	);
}
