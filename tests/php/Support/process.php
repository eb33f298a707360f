<?php

/** One of the processes of Processes::parallel(): [file, number, arguments as JSON]. */

declare(strict_types=1);

use Counterfoil\Tests\Support\Gatekeeper;
use Counterfoil\Tests\Support\Outbox;
use Counterfoil\Tests\Support\TestSite;

require_once dirname(__DIR__, 3) . '/vendor/autoload.php';

(static function (string $file, string $process, string $arguments): void {
    TestSite::boot();
    $outbox = new Outbox();
    $gatekeeper = new Gatekeeper();
    if (defined('COUNTERFOIL_STRIPE_API_BASE')) {
        $gatekeeper->open(COUNTERFOIL_STRIPE_API_BASE);
    }
    $run = require $file;
    echo "ready\n";
    fgets(STDIN);
    $answer = ['result' => null, 'error' => null];
    try {
        $answer['result'] = $run((int) $process, ...(array) json_decode($arguments, true, 512, JSON_THROW_ON_ERROR));
    } catch (Throwable $error) {
        $answer['error'] = ['class' => $error::class, 'message' => $error->getMessage()];
    }
    echo json_encode($answer, JSON_THROW_ON_ERROR);
})($argv[1], $argv[2], $argv[3]);
