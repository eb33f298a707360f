<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas;

use Counterfoil\Documents\Paper;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceWording;
use Counterfoil\Invoices\VatInOwnCurrency;

/** The paper of an invoice that a pro-forma's payment made: all that the pro-forma's said, with nothing left to pay. */
final readonly class MadeInvoicePaper
{
    /** The number and the day of issue, and where it is shown the day it is due: the invoice has its own. */
    private const OWN_FACTS = 2;

    /** That it is no invoice. */
    private const OWN_NOTES = 1;

    /** @param array<string, mixed> $paper the pro-forma's, as it was kept */
    public function __construct(
        private array $paper,
        private string $pro_forma_number,
        private string $issue_date,
        private string $paid_on,
        private ?VatInOwnCurrency $exchange,
        private DocumentLanguage $language,
    ) {
    }

    /** Its logo is added where it is kept: by its hash. */
    public function paper(): Paper
    {
        $day = $this->language->day($this->paid_on);

        return Paper::from_array([
            /* translators: %s: invoice number */
            'title' => sprintf(__('Invoice %s', 'counterfoil'), Paper::NUMBER),
            /* translators: %s: date */
            'headline' => sprintf(__('Paid on %s', 'counterfoil'), $day),
            'facts' => [
                ['label' => __('Invoice number', 'counterfoil'), 'value' => Paper::NUMBER],
                ['label' => __('Issue date', 'counterfoil'), 'value' => $this->language->day($this->issue_date)],
                ['label' => __('Payment date', 'counterfoil'), 'value' => $day],
                ['label' => __('Pro forma invoice', 'counterfoil'), 'value' => $this->pro_forma_number],
                ...$this->shared_facts(),
            ],
            'notes' => [...array_slice($this->paper['notes'] ?? [], self::OWN_NOTES), ...InvoiceWording::exchange($this->exchange, $this->language)],
            'pay_hint' => null,
            'transfer' => null,
        ] + array_diff_key($this->paper, ['logo' => true]));
    }

    /** @return list<array{label: string, value: string}> */
    private function shared_facts(): array
    {
        /** @var list<array{label: string, value: string}> $facts */
        $facts = array_slice($this->paper['facts'], self::OWN_FACTS);

        return ($facts[0]['label'] ?? '') === __('Due date', 'counterfoil') ? array_slice($facts, 1) : $facts;
    }
}
