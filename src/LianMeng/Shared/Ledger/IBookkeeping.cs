namespace LianMeng.Shared.Ledger;

/// <summary>
/// A row that says only how far the machine has got with its own work (a delivery, a run of a job, a gauge). It may change
/// without a fact, because what came of the work is stated by the use case that did it. Such a row holds ids and counts.
/// </summary>
public interface IBookkeeping;
