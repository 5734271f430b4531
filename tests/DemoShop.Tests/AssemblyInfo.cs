// One demo and one browser at a time: they share two cores with whatever else the machine does.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
