// Nothing runs here: the project exists so that dotnet-ef finds a design-time context factory.
return 0;
