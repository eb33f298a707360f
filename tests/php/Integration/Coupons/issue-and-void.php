<?php

declare(strict_types=1);

use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;

/** Issues every eighth draft, beginning with the process' own number, and voids it again, in every other process twice. */
return static function (int $process, array $ids): array {
    $issuing = Plugin::instance()->module(IssuingModule::class);
    $said = [];
    foreach ($ids as $index => $id) {
        if ($index % 8 !== $process) {
            continue;
        }
        for ($i = 0; $i < 3; $i++) {
            try {
                match ($i) {
                    0 => $issuing->issue()->handle($id, 1, Actor::system()),
                    default => $process % 2 === 0 ? $issuing->void()->handle($id, Actor::system()) : null,
                };
            } catch (DomainError $error) {
                $said[] = $error->reason;
            }
        }
    }

    return $said;
};
