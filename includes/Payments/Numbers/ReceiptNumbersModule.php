<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Numbers;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\DocumentsModule;
use Counterfoil\Documents\UsedReceiptNumbers;
use Counterfoil\Shared\Module;

/** The series of receipts and refund confirmations. */
final class ReceiptNumbersModule extends Module
{
    public function tables(): array
    {
        return [ReceiptNumbersTable::class];
    }

    public function provides(): array
    {
        return [UsedReceiptNumbers::class => $this->numbers(...)];
    }

    public function install(): void
    {
        $documents = $this->plugin->module(DocumentsModule::class);
        foreach ([DocumentKind::Receipt, DocumentKind::Refund] as $kind) {
            $documents->series()->create($kind, $documents->numbering()->format($kind)->period($this->today()));
        }
    }

    public function numbers(): ReceiptNumbers
    {
        return new ReceiptNumbers($this->plugin->database());
    }

    public function give(): GiveReceiptNumber
    {
        $documents = $this->plugin->module(DocumentsModule::class);

        return new GiveReceiptNumber($this->plugin->database(), $this->numbers(), $documents->numbers(), $documents->numbering(), $this->today(...));
    }

    private function today(): string
    {
        return $this->plugin->module(BusinessModule::class)->calendar()->today();
    }
}
