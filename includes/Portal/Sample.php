<?php

declare(strict_types=1);

namespace Counterfoil\Portal;

use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceState;
use Counterfoil\Invoices\Portal\InvoiceItem;
use Counterfoil\Invoices\Portal\InvoiceItems;
use Counterfoil\Invoices\Portal\InvoicesView;
use Counterfoil\Portal\Views\OverviewView;
use Counterfoil\Products\Interval;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Subscriptions\Portal\SubscriptionRow;
use Counterfoil\Subscriptions\Portal\SubscriptionRows;
use Counterfoil\Subscriptions\Portal\SubscriptionsScreen;
use Counterfoil\Subscriptions\Portal\SubscriptionsView;
use Counterfoil\Subscriptions\SubscriptionState;
use DateTimeImmutable;

/** What the block editor shows: made up, so that nobody who builds a site reads a client's invoices. */
final readonly class Sample
{
    /** Days ago issued, days late, minor units of a currency with two decimals. */
    private const INVOICES = [
        [3, 0, 118000, InvoiceState::Due],
        [41, 11, 24900, InvoiceState::Overdue],
        [64, 0, 118000, InvoiceState::Paid],
        [95, 0, 118000, InvoiceState::Paid],
        [126, 0, 46550, InvoiceState::Refunded],
        [157, 0, 118000, InvoiceState::Paid],
    ];

    /** Days ago started, days until it renews, minor units of a currency with two decimals, its rhythm. */
    private const SUBSCRIPTIONS = [
        [220, 12, 9900, 'month', SubscriptionState::Active],
        [402, 328, 24000, 'year', SubscriptionState::Active],
        [95, 19, 4900, 'month', SubscriptionState::Overdue],
    ];

    public function __construct(private DocumentLanguage $language, private Currency $currency, private DateTimeImmutable $now)
    {
    }

    public function overview(int $recent): OverviewView
    {
        $items = $this->items(count(self::INVOICES));

        return new OverviewView(
            [$this->money(142900)],
            /* translators: 1: invoice number, 2: date */
            sprintf(__('Invoice %1$s was due on %2$s', 'counterfoil'), $items[1]->number, $items[1]->due_date),
            $items[1],
            /* translators: %d: number of invoices */
            sprintf(_n('%d invoice is due', '%d invoices are due', 2, 'counterfoil'), 2),
            array_slice($items, 0, $recent),
            '#',
            [self::client(), __('1 Sample Street', 'counterfoil'), 'client@example.com'],
            /* translators: %s: number of subscriptions */
            [['amount' => $this->money(16800), 'counted' => sprintf(_n('%s active subscription', '%s active subscriptions', 3, 'counterfoil'), number_format_i18n(3))]],
            '#',
        );
    }

    public function invoices(int $per_page): InvoicesView
    {
        $items = $this->items($per_page);

        return new InvoicesView($items, null, $per_page < count(self::INVOICES) ? '#' : null);
    }

    public function subscriptions(int $per_page): SubscriptionsView
    {
        $rows = [];
        foreach (array_slice(self::SUBSCRIPTIONS, 0, $per_page) as $i => [$days, $renews, $amount, $unit, $state]) {
            $next = $this->now->modify("+{$renews} days");
            $rows[] = new SubscriptionRow(
                $i + 1,
                [__('Care plan', 'counterfoil'), __('Hosting and domain', 'counterfoil'), __('Newsletter', 'counterfoil')][$i],
                'sample.example',
                SubscriptionRows::look($state),
                SubscriptionRows::word($state),
                '',
                $this->money($amount),
                (new Interval($unit, 1))->sentence(),
                $this->language->day($next->format('Y-m-d')),
                $this->language->day($this->now->modify("-{$days} days")->format('Y-m-d')),
                '',
                '#',
                '#',
                '#',
            );
        }

        return new SubscriptionsView([], $rows, null, ...SubscriptionsScreen::empty('current'));
    }

    public function next(): InvoiceItem
    {
        return $this->items(2)[1];
    }

    public static function client(): string
    {
        return __('Sample Client', 'counterfoil');
    }

    public static function person(): string
    {
        return __('Sam Sample', 'counterfoil');
    }

    /** @return list<InvoiceItem> */
    private function items(int $most): array
    {
        $items = [];
        foreach (array_slice(self::INVOICES, 0, $most) as $i => [$days, $late, $amount, $state]) {
            $issued = $this->now->modify("-{$days} days");
            $pays = $state->is_payable();
            $items[] = new InvoiceItem(
                sprintf('%s-%04d', _x('SAMPLE', 'prefix of invoice numbers in previews', 'counterfoil'), 42 - $i),
                $this->language->day($issued->format('Y-m-d')),
                $this->language->day($issued->modify($late > 0 ? '+30 days' : '+14 days')->format('Y-m-d')),
                $this->money($amount),
                $state->value,
                InvoiceItems::label($state, $late),
                '#',
                '#',
                '#',
                $pays ? '#' : null,
                /* translators: %s: amount of money */
                $pays ? sprintf(__('Pay %s', 'counterfoil'), $this->money($amount)) : '',
            );
        }

        return $items;
    }

    /** @param int $hundredths of the currency's main unit */
    private function money(int $hundredths): string
    {
        return $this->language->numbers->money(new Money(intdiv($hundredths * 10 ** $this->currency->decimals, 100), $this->currency));
    }
}
