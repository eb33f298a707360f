<?php

declare(strict_types=1);

namespace Counterfoil\Ledger;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Coupons\CouponsModule;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Invoices\Books;
use Counterfoil\Invoices\InvoicesModule;
use Counterfoil\Invoices\MoneyOfClients;
use Counterfoil\Ledger\Checks\ClientsAgree;
use Counterfoil\Ledger\Checks\CouponsAgree;
use Counterfoil\Ledger\Checks\CreditsAgree;
use Counterfoil\Ledger\Checks\DaysAgree;
use Counterfoil\Ledger\Checks\InvoicesAgree;
use Counterfoil\Ledger\Checks\NumbersAreWhole;
use Counterfoil\Ledger\Checks\PostingsBalance;
use Counterfoil\Ledger\Checks\SealsHold;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Queue\Job;
use WP_CLI;

final class LedgerModule extends Module
{
    private ?Post $post = null;

    public function tables(): array
    {
        return [LedgerTable::class];
    }

    public function provides(): array
    {
        return [
            Books::class => fn (): Books => new LedgerBooks($this->post(), $this->plugin->clock()),
            MoneyOfClients::class => $this->sums(...),
        ];
    }

    public function jobs(): array
    {
        return [new Job('ledger.seal', function (): null {
            $this->seal()->handle();

            return null;
        }, every: HOUR_IN_SECONDS)];
    }

    public function commands(): array
    {
        $verify =
            /**
             * Recalculates all stored figures and reports differences.
             *
             * ## EXAMPLES
             *
             *     wp counterfoil verify
             */
            function (): void {
                $count = 0;
                foreach ($this->verify()->handle() as $difference) {
                    WP_CLI::warning((string) $difference);
                    ++$count;
                }
                if ($count > 0) {
                    /* translators: %d: how many */
                    WP_CLI::error(sprintf(_n('%d figure is wrong.', '%d figures are wrong.', $count, 'counterfoil'), $count));
                }
                WP_CLI::success(__('The books balance. All stored figures were recalculated and match.', 'counterfoil'));
            };

        return ['verify' => $verify];
    }

    public function post(): Post
    {
        return $this->post ??= new Post($this->plugin->database(), $this->sums(), $this->plugin->module(BusinessModule::class)->calendar(...));
    }

    public function sums(): ClientSums
    {
        return new ClientSums($this->plugin->database());
    }

    public function postings(): Postings
    {
        return new Postings($this->plugin->database());
    }

    public function statements(): StatementQuery
    {
        return new StatementQuery($this->plugin->database());
    }

    public function seal(): SealPostings
    {
        return new SealPostings($this->plugin->database(), $this->plugin->clock(), new SealedBatch($this->plugin->database()));
    }

    public function verify(): VerifyBooks
    {
        return new VerifyBooks($this->checks(...));
    }

    /** @return list<Check> */
    private function checks(): array
    {
        $database = $this->plugin->database();
        $figures = $this->plugin->module(InvoicesModule::class)->figures();
        $money = $this->plugin->provided(MoneyFigures::class);

        return [
            new PostingsBalance($database),
            new DaysAgree($database),
            $money,
            $this->plugin->provided(MatchedTransfers::class),
            $this->plugin->provided(RecurringFigures::class),
            new InvoicesAgree($database, $figures, $money),
            new ClientsAgree($database, $this->sums()),
            new CreditsAgree($database, $figures, $money),
            new CouponsAgree($this->plugin->module(CouponsModule::class)->counts()),
            new NumbersAreWhole($this->plugin->module(DocumentsModule::class)->series_check()),
            new SealsHold($database, new SealedBatch($database)),
        ];
    }
}
