<?php

declare(strict_types=1);

use Counterfoil\Invoices\Issuing\IssuingModule;
use Counterfoil\Plugin;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\DomainError;

/** Issues every eighth draft, beginning with the process' own number; answers "issued" or why not, and at which field. */
return static function (int $process, array $ids): array {
    $issue = Plugin::instance()->module(IssuingModule::class)->issue();
    $said = [];
    foreach ($ids as $index => $id) {
        if ($index % 8 !== $process) {
            continue;
        }
        try {
            $issue->handle($id, 1, Actor::system());
            $said[] = ['id' => $id, 'reason' => 'issued', 'fields' => []];
        } catch (DomainError $error) {
            $said[] = ['id' => $id, 'reason' => $error->reason, 'fields' => array_keys($error->fields)];
        }
    }

    return $said;
};
