<?php

declare(strict_types=1);

use Counterfoil\Invoices\Portal\InvoicesScreen;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Portal\Views\SuspendedView $view */

defined('ABSPATH') || exit;

?>
<div class="cf-card cf-message">
    <?php foreach (explode("\n", $view->words) as $line) : ?>
        <p><bdi><?php echo Html::escape($line); ?></bdi></p>
    <?php endforeach; ?>
    <?php if ($view->email !== '') : ?>
        <p><?php esc_html_e('Questions?', 'counterfoil'); ?> <a href="<?php echo esc_url("mailto:{$view->email}"); ?>"><?php echo Html::escape($view->email); ?></a></p>
    <?php endif; ?>
</div>
<?php if ($view->open->items !== []) : ?>
    <section class="cf-open" aria-labelledby="cf-open">
        <div class="cf-heading">
            <h2 class="cf-h2" id="cf-open"><?php esc_html_e('Open invoices', 'counterfoil'); ?></h2>
        </div>
        <?php echo Template::draw(InvoicesScreen::TEMPLATE, $view->open); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
        <?php if ($view->pay_all !== []) : ?>
            <div class="cf-together__bar">
                <?php foreach ($view->pay_all as $all) : ?>
                    <a class="cf-button cf-button--primary" href="<?php echo esc_url($all['url']); ?>"><?php echo Html::escape($all['label']); ?></a>
                <?php endforeach; ?>
            </div>
        <?php endif; ?>
    </section>
<?php endif; ?>
