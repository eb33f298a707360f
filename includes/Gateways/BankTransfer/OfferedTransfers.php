<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** What others ask of bank transfer: whether it is offered, what was announced, and who is not reminded meanwhile. */
final readonly class OfferedTransfers implements BankTransfers
{
    /**
     * @param Closure(): AnnouncementRepository $announcements
     * @param Closure(): Business $business
     */
    public function __construct(private TransferSettings $settings, private Closure $announcements, private Closure $business)
    {
    }

    public function is_offered(Money $amount): bool
    {
        return $this->settings->is_on() && $amount->amount > 0 && ($this->business)()->legal->account_for($amount->currency->code) !== null;
    }

    public function announced(array $due): array
    {
        return $this->settings->is_on() ? array_map(static fn (Announcement $one): string => $one->announced_on, ($this->announcements)()->of($due)) : [];
    }

    /**
     * @param list<Invoice> $invoices
     * @return list<int> those of which nobody is reminded on this day
     */
    public function pausing(array $invoices, string $today): array
    {
        $days = $this->settings->pause_days();

        return array_keys(array_filter(
            $this->announced(Invoice::due_of($invoices)),
            static fn (string $on): bool => (new DateTimeImmutable($on))->modify("+{$days} days")->format('Y-m-d') > $today
        ));
    }
}
